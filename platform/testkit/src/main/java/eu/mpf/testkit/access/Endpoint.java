package eu.mpf.testkit.access;

import java.util.Set;

/**
 * An HTTP method of a service.
 *
 * @param roles who may call it; empty for everybody
 * @param accept the first media type it answers with
 * @param consumes the first media type it takes; empty if it says nothing
 */
record Endpoint(String method, String path, Set<String> roles, String accept, String consumes) {

    boolean isPublic() {
        return roles.isEmpty();
    }

    /** Whether this role may call it, of whatever. */
    boolean allows(String role) {
        return isPublic() || roles.contains("**") || roles.contains(role);
    }

    /** Answers that do not end. */
    boolean isStream() {
        return accept.equals("text/event-stream");
    }

    boolean hasBody() {
        return !method.equals("GET") && !method.equals("DELETE");
    }

    /** A path with a value for each of its parameters; none of them is anything's id. */
    String samplePath(String service) {
        return path.replace("{service}", service).replaceAll("\\{[^}]+}", "00000000-0000-7000-8000-000000000000");
    }
}
