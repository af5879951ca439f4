package eu.mpf.gateway.route;

/**
 * A path as contracts write it. A segment in braces stands for any one with the same verb behind its last colon:
 * {@code {id}:publish} for {@code 42:publish} and neither for {@code 42:close} nor for {@code 42}.
 */
public final class PathTemplate {

    private final String[] segments;

    public PathTemplate(String template) {
        this.segments = segments(template);
    }

    /** What {@link #matches} takes: split once, compared with many. */
    public static String[] segments(String path) {
        return path.split("/", -1);
    }

    public boolean matches(String[] path) {
        if (path.length != segments.length) {
            return false;
        }
        for (int i = 0; i < path.length; i++) {
            boolean fits =
                    segments[i].startsWith("{") ? verb(segments[i]).equals(verb(path[i])) : segments[i].equals(path[i]);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static String verb(String segment) {
        int colon = segment.lastIndexOf(':');
        return colon < 0 ? "" : segment.substring(colon);
    }
}
