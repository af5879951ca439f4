package eu.mpf.calls.organisation;

/** Organisations as projects-service tells of them. */
public final class KnownOrganisations {

    private KnownOrganisations() {}

    public static Organisation of(String code, String name, String kind, String country) {
        return new Organisation(code, name, kind, country, 1);
    }
}
