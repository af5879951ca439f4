package eu.mpf.projects.payment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PaymentRepository implements PanacheRepositoryBase<Payment, UUID> {

    List<Payment> ofProject(UUID projectId) {
        return list("projectId = ?1 order by requestedOn, id", projectId);
    }
}
