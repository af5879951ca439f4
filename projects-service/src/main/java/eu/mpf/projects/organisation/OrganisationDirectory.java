package eu.mpf.projects.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;

/** What other aggregates may ask about organisations. */
@ApplicationScoped
public class OrganisationDirectory {

    private final OrganisationRepository organisations;

    OrganisationDirectory(OrganisationRepository organisations) {
        this.organisations = organisations;
    }

    /** By code, every name under which each of these bodies is found; bodies that are not in the register are left out. */
    public Map<String, String> namesOf(Collection<String> codes) {
        return organisations.searchTexts(codes);
    }
}
