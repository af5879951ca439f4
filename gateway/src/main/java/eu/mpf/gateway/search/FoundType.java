package eu.mpf.gateway.search;

/** What can be found, and where: a service and its list that takes {@code q}. */
public enum FoundType {
    PROJECT("projects", "/v1/projects/hits", "/v1/projects/"),
    ORGANISATION("projects", "/v1/organisations", "/v1/organisations/"),
    EVENT("events", "/v1/events", "/v1/events/"),
    CALL("calls", "/v1/calls", "/v1/calls/");

    private final String service;
    private final String list;
    private final String item;

    FoundType(String service, String list, String item) {
        this.service = service;
        this.list = list;
        this.item = item;
    }

    String service() {
        return service;
    }

    String list() {
        return list;
    }

    /** Where one thing of this type is read. */
    String href(String id) {
        return item + id;
    }
}
