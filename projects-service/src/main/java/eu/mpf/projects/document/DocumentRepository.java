package eu.mpf.projects.document;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class DocumentRepository implements PanacheRepositoryBase<Document, UUID> {

    List<Document> ofProject(UUID projectId) {
        return list("projectId = ?1 order by createdAt, id", projectId);
    }
}
