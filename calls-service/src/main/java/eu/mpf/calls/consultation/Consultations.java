package eu.mpf.calls.consultation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The stored consultations. */
@ApplicationScoped
public class Consultations implements PanacheRepositoryBase<Consultation, UUID> {}
