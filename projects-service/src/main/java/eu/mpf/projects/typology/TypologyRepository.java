package eu.mpf.projects.typology;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TypologyRepository implements PanacheRepositoryBase<Typology, UUID> {

    Optional<Typology> byNumber(int number) {
        return find("number", number).firstResultOptional();
    }

    Optional<Typology> latest() {
        return find("order by number desc").firstResultOptional();
    }

    List<Typology> newestFirst() {
        return list("order by number desc");
    }
}
