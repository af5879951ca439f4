package eu.mpf.projects.project;

/** What happened to a project, as others are told. */
enum ProjectEvent {
    REGISTERED("registered"),
    STATUS_CHANGED("status-changed"),
    AMENDED("amended"),
    CLASSIFIED("classified");

    static final String TOPIC = "mpf.projects.project.v1";

    private final String fact;

    ProjectEvent(String fact) {
        this.fact = fact;
    }

    String type() {
        return "eu.mpf.projects.project." + fact + ".v1";
    }

    /** Name in the audit trail. */
    String action() {
        return "project." + fact;
    }
}
