package eu.mpf.projects.recovery;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class RecoveryRepository implements PanacheRepositoryBase<Recovery, UUID> {

    List<Recovery> ofProject(UUID projectId) {
        return list("projectId = ?1 order by orderedOn, id", projectId);
    }

    /** What is asked back or came back of one payment. */
    BigDecimal ofPayment(UUID paymentId) {
        return getEntityManager()
                .createQuery(
                        "select coalesce(sum(r.amount), 0) from Recovery r where r.paymentId = :payment and r.status <> :given",
                        BigDecimal.class)
                .setParameter("payment", paymentId)
                .setParameter("given", RecoveryStatus.CANCELLED)
                .getSingleResult();
    }
}
