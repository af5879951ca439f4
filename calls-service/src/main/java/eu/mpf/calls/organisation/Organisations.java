package eu.mpf.calls.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The stored copies. */
@ApplicationScoped
public class Organisations implements PanacheRepositoryBase<Organisation, String> {

    public Map<String, Organisation> byCode(Collection<String> codes) {
        return find("code in ?1", codes).stream().collect(Collectors.toMap(Organisation::code, Function.identity()));
    }

    void learn(String code, String name, String kind, String country, long version) {
        Organisation known = findById(code);
        if (known == null) {
            persist(new Organisation(code, name, kind, country, version));
        } else if (version > known.version()) {
            known.become(name, kind, country, version);
        }
    }
}
