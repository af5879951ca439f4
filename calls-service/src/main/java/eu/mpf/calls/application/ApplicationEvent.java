package eu.mpf.calls.application;

/** What happened to an application, as told to others. */
public enum ApplicationEvent {
    SUBMITTED("application.submitted"),
    WITHDRAWN("application.withdrawn"),
    DECIDED("application.decided");

    private final String wireName;

    ApplicationEvent(String wireName) {
        this.wireName = wireName;
    }

    public String type() {
        return "eu.mpf.calls." + wireName + ".v1";
    }
}
