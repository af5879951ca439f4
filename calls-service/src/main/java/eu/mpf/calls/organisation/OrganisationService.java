package eu.mpf.calls.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Keeps the copies up to date. */
@ApplicationScoped
@Transactional
public class OrganisationService {

    private final Organisations organisations;

    OrganisationService(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Takes over the owner's state, unless a newer one is known. */
    public void learn(String code, String name, String kind, String country, long version) {
        organisations.learn(code, name, kind, country, version);
    }
}
