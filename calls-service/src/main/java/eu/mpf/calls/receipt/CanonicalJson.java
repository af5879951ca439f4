package eu.mpf.calls.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.value.Sha256;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/**
 * One spelling of a JSON document, so that its hash can be recomputed elsewhere: RFC 8785. What is handed in holds no
 * fractional numbers (amounts are strings), so the number rules never matter.
 */
public final class CanonicalJson {

    private static final HexFormat LOWER_CASE = HexFormat.of();

    private CanonicalJson() {}

    public static String of(JsonNode node) {
        StringBuilder out = new StringBuilder();
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            String before = "{";
            for (Map.Entry<String, JsonNode> member : members(node).entrySet()) {
                quote(member.getKey(), out.append(before));
                write(member.getValue(), out.append(':'));
                before = ",";
            }
            out.append(node.isEmpty() ? "{}" : "}");
        } else if (node.isArray()) {
            String before = "[";
            for (JsonNode element : node) {
                write(element, out.append(before));
                before = ",";
            }
            out.append(node.isEmpty() ? "[]" : "]");
        } else if (node.isTextual()) {
            quote(node.textValue(), out);
        } else {
            out.append(node);
        }
    }

    /** By the UTF-16 units of their names, which is how Java orders texts. */
    private static TreeMap<String, JsonNode> members(JsonNode object) {
        TreeMap<String, JsonNode> members = new TreeMap<>();
        object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        return members;
    }

    /** Only what has to be escaped is, in the shortest way and in lower case (RFC 8785, 3.2.2.2). */
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            switch (unit) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (unit < ' ') {
                        out.append("\\u").append(LOWER_CASE.toHexDigits(unit));
                    } else {
                        out.append(unit);
                    }
                }
            }
        }
        out.append('"');
    }

    /**
     * Whether a document is what has this hash. Receipts issued before the escapes were in lower case sign the hash of the
     * other spelling; they stay true for ever, so both are asked.
     */
    public static boolean matches(JsonNode node, String hash) {
        return hash(of(node)).equals(hash) || hash(sorted(node).toString()).equals(hash);
    }

    private static JsonNode sorted(JsonNode node) {
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            members(node).forEach((name, value) -> object.set(name, sorted(value)));
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(sorted(element)));
            return array;
        }
        return node;
    }

    /** {@code sha-256:} and the hash in hexadecimal. */
    public static String hash(String canonical) {
        return "sha-256:" + Sha256.hex(canonical);
    }
}
