package eu.mpf.system.up;

/** What listens on a port, in the order of the ports. */
enum Part {
    GATEWAY("gateway"),
    PROJECTS("projects-service"),
    EVENTS("events-service"),
    CALLS("calls-service"),
    GATEWAY_INNER("gateway, inner port"),
    POSTGRESQL("PostgreSQL"),
    KAFKA("Kafka"),
    IDENTITY_PROVIDER("identity provider"),
    MAIL("mail sink");

    private final String title;

    Part(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    /** @param base the gateway's port */
    int port(int base) {
        return base + ordinal();
    }

    String url(int base) {
        return "http://127.0.0.1:" + port(base);
    }
}
