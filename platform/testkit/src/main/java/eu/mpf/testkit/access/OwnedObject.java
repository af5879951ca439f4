package eu.mpf.testkit.access;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A stored object that not everybody sees.
 *
 * @param name what it is, for example {@code a draft project}
 * @param template its path as in the code, for example {@code /v1/projects/{projectId}}; what lies below it is its too
 * @param ids a value for each parameter of the template; other parameters of paths below it get one that is nothing's id
 * @param seenBy roles that see every object of this kind
 * @param others operations on it, as in {@code GET /retention}, that more roles see the effect of, and which
 * @param owners tokens of those who see this one because it is theirs; see {@link eu.mpf.testkit.Tokens}
 */
public record OwnedObject(
        String name,
        String template,
        Map<String, String> ids,
        Set<String> seenBy,
        Map<String, Set<String>> others,
        List<String> owners) {

    public OwnedObject(String name, String template, Map<String, String> ids, Set<String> seenBy, List<String> owners) {
        this(name, template, ids, seenBy, Map.of(), owners);
    }

    boolean seenBy(String role, Endpoint endpoint) {
        String operation = endpoint.method() + " " + endpoint.path().substring(template.length());
        return seenBy.contains(role) || others.getOrDefault(operation, Set.of()).contains(role);
    }

    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

    boolean holds(Endpoint endpoint) {
        String path = endpoint.path();
        return path.startsWith(template)
                && (path.length() == template.length() || "/:".indexOf(path.charAt(template.length())) >= 0);
    }

    /** The path below this object. */
    String here(String path) {
        String here = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            here = here.replace("{" + id.getKey() + "}", id.getValue());
        }
        return here.replaceAll("\\{[^}]+}", NOTHING);
    }

    /** The same path below an object of the kind that does not exist. */
    String nowhere(String path) {
        String nowhere = path;
        for (Map.Entry<String, String> id : ids.entrySet()) {
            if (id.getKey().equals(last())) {
                nowhere = nowhere.replace("{" + id.getKey() + "}", NOTHING);
            } else {
                nowhere = nowhere.replace("{" + id.getKey() + "}", id.getValue());
            }
        }
        return nowhere.replaceAll("\\{[^}]+}", NOTHING);
    }

    /** What an answer says, without the name of the object it was asked about. */
    String withoutName(String answer) {
        return answer.replace(ids.getOrDefault(last(), NOTHING), NOTHING);
    }

    private String last() {
        int start = template.lastIndexOf('{');
        return template.substring(start + 1, template.indexOf('}', start));
    }
}
