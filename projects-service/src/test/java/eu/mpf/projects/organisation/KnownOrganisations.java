package eu.mpf.projects.organisation;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** A register for tests without a database: the names of each body, by its code. */
public final class KnownOrganisations extends OrganisationDirectory {

    private final Map<String, String> names;

    public KnownOrganisations(Map<String, String> names) {
        super(new OrganisationRepository());
        this.names = names;
    }

    @Override
    public Map<String, String> namesOf(Collection<String> codes) {
        Map<String, String> found = new TreeMap<>(names);
        found.keySet().retainAll(codes);
        return found;
    }
}
