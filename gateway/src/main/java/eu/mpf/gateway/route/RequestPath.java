package eu.mpf.gateway.route;

import org.jspecify.annotations.Nullable;

/**
 * The path of a request in the one form that is both matched and forwarded, so that gateway and service
 * never see two different things in the same bytes. What could be read in two ways is refused, not repaired:
 * dot segments, empty segments, encoded slashes and backslashes, path parameters, control characters, and what RFC 3986
 * has no place for in a path, as square brackets. An encoded colon is a colon: services take either for the beginning of
 * a verb, and many clients encode it.
 */
public final class RequestPath {

    private static final String HEX = "0123456789ABCDEF";

    private RequestPath() {}

    /** Returns the normalised path, or null if it is ambiguous or malformed. */
    public static @Nullable String normalise(String raw) {
        if (raw.isEmpty() || raw.charAt(0) != '/') {
            return null;
        }
        String path = raw.indexOf('%') < 0 ? raw : decodePlain(raw);
        return path == null || !isPlain(path) ? null : path;
    }

    private static boolean isPlain(String path) {
        int start = 1;
        for (int i = 1; i <= path.length(); i++) {
            char c = i == path.length() ? '/' : path.charAt(i);
            if (c == '/') {
                boolean last = i == path.length();
                if (i == start && !(last && start == 1) || isDots(path, start, i)) {
                    return false;
                }
                start = i + 1;
            } else if (c <= ' ' || c >= 0x7f || "\\;#?\"<>[]^`{|}".indexOf(c) >= 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDots(String path, int from, int to) {
        return to - from == 1 && path.charAt(from) == '.'
                || to - from == 2 && path.charAt(from) == '.' && path.charAt(from + 1) == '.';
    }

    private static @Nullable String decodePlain(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '%') {
                out.append(c);
                continue;
            }
            if (i + 2 >= raw.length()) {
                return null;
            }
            int high = Character.digit(raw.charAt(i + 1), 16);
            int low = Character.digit(raw.charAt(i + 2), 16);
            int octet = high * 16 + low;
            if (high < 0 || low < 0 || octet < 0x20 || octet == 0x7f || octet == '/' || octet == '\\') {
                return null;
            }
            if (isUnreserved(octet) || octet == ':') {
                out.append((char) octet);
            } else {
                out.append('%').append(HEX.charAt(high)).append(HEX.charAt(low));
            }
            i += 2;
        }
        return out.toString();
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '.'
                || c == '_'
                || c == '~';
    }
}
