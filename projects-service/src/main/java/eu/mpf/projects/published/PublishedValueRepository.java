package eu.mpf.projects.published;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PublishedValueRepository implements PanacheRepositoryBase<PublishedValue, UUID> {

    List<PublishedValue> ofProject(UUID projectId) {
        return list("projectId = ?1 order by recordedAt, id", projectId);
    }

    /** Those that were not withdrawn. */
    List<PublishedValue> standing(UUID projectId) {
        return list("projectId = ?1 and withdrawnAt is null order by recordedAt, id", projectId);
    }

    Optional<PublishedValue> current(UUID projectId, PublishedField field) {
        return find("projectId = ?1 and field = ?2 and current", projectId, field)
                .firstResultOptional();
    }
}
