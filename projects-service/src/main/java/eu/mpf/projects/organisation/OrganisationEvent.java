package eu.mpf.projects.organisation;

/** What happened to an organisation. */
enum OrganisationEvent {
    REGISTERED("registered"),
    AMENDED("amended"),
    RENAMED("renamed"),
    SUCCEEDED("succeeded"),
    MERGED("merged");

    static final String TOPIC = "mpf.projects.organisation.v1";

    private final String fact;

    OrganisationEvent(String fact) {
        this.fact = fact;
    }

    String type() {
        return "eu.mpf.projects.organisation." + fact + ".v1";
    }

    /** Name in the audit trail. */
    String action() {
        return "organisation." + fact;
    }
}
