package eu.mpf.testkit.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request as it is sent.
 *
 * @param identity whose token it carries, empty for none
 * @param target path and query, encoded
 * @param template path of the document
 * @param body empty if there is none
 */
record FuzzRequest(
        String identity, String method, String target, String template, Map<String, String> headers, byte[] body) {

    String operation() {
        return method + " " + template;
    }

    FuzzRequest with(String header, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new FuzzRequest(identity, method, target, template, more, body);
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    @Override
    public String toString() {
        String text = new String(body, StandardCharsets.UTF_8);
        return (identity.isEmpty() ? "anonymous" : identity)
                + " " + method + " " + shortened(target) + " " + headers
                + (text.isEmpty() ? "" : " " + shortened(text));
    }

    private static String shortened(String text) {
        return text.length() <= 600 ? text : text.substring(0, 600) + "… (" + text.length() + " characters)";
    }
}
