package eu.mpf.projects.project;

/** What happened to a project, as others are told. */
enum ProjectEvent {
    REGISTERED("project.registered"),
    STATUS_CHANGED("project.status-changed"),
    AMENDED("project.amended"),
    CLASSIFIED("project.classified"),
    REPORT_SUBMITTED("report.submitted"),
    REPORT_ACCEPTED("report.accepted");

    static final String TOPIC = "mpf.projects.project.v1";

    private final String fact;

    ProjectEvent(String fact) {
        this.fact = fact;
    }

    String type() {
        return "eu.mpf.projects." + fact + ".v1";
    }

    /** Name in the audit trail. */
    String action() {
        return fact;
    }
}
