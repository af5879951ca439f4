package eu.mpf.projects.reporting;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ReportingPlanRepository implements PanacheRepositoryBase<ReportingPlan, UUID> {}
