package eu.mpf.web.version;

import jakarta.ws.rs.core.EntityTag;
import java.util.Arrays;

/** Which versions somebody has who asks with If-None-Match (RFC 9110, 13.1.2). */
final class IfNoneMatch {
    private IfNoneMatch() {}

    /**
     * Whether the header names this version, by the weak comparison: {@code W/} makes no difference.
     *
     * @param header tags separated by commas, or {@code *} for any
     */
    static boolean names(String header, EntityTag present) {
        var tag = "\"" + present.getValue() + "\"";
        return header.strip().equals("*")
                || Arrays.stream(header.split(","))
                        .map(String::strip)
                        .map(asked -> asked.startsWith("W/") ? asked.substring(2) : asked)
                        .anyMatch(tag::equals);
    }
}
