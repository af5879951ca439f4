package eu.mpf.projects.classification;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ClassificationRepository implements PanacheRepositoryBase<Classification, UUID> {

    List<ClassificationView> latestFirst(UUID projectId) {
        return list("projectId = ?1 order by decidedOn desc, recordedAt desc", projectId).stream()
                .map(Classification::view)
                .toList();
    }
}
