package eu.mpf.projects.reporting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ReportRepository implements PanacheRepositoryBase<Report, UUID> {

    /** In the order of their periods' ends; the final report after an interim one of the same day. */
    List<Report> ofProject(UUID projectId) {
        return list("projectId = ?1 order by periodTo, kind desc, number", projectId);
    }
}
