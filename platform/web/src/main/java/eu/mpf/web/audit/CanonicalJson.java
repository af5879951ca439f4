package eu.mpf.web.audit;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;

/**
 * One byte sequence per JSON value, after RFC 8785: members sorted by name, no white space, shortest escapes. Numbers are
 * written as plain decimals without trailing zeros, since {@code jsonb} keeps them exactly; nulls are left out, since
 * null equals absent everywhere in the platform.
 */
final class CanonicalJson {
    private CanonicalJson() {}

    static byte[] bytes(JsonNode value) {
        var text = new StringBuilder();
        write(value, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode value, StringBuilder text) {
        switch (value.getNodeType()) {
            case OBJECT -> writeObject(value, text);
            case ARRAY -> {
                var separator = "[";
                for (var item : value) {
                    text.append(separator);
                    write(item, text);
                    separator = ",";
                }
                text.append(value.isEmpty() ? "[]" : "]");
            }
            case NUMBER -> {
                var number = value.decimalValue();
                text.append(
                        number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString());
            }
            case STRING -> quoted(value.textValue(), text);
            default -> text.append(value.asText()); // booleans and null
        }
    }

    private static void writeObject(JsonNode object, StringBuilder text) {
        var names = new TreeSet<String>();
        object.fieldNames().forEachRemaining(names::add);
        names.removeIf(name -> object.get(name).isNull());
        var separator = "{";
        for (var name : names) {
            text.append(separator);
            quoted(name, text);
            text.append(':');
            write(object.get(name), text);
            separator = ",";
        }
        text.append(names.isEmpty() ? "{}" : "}");
    }

    /** What a text node's {@code toString} says, which makes a writer for each. */
    private static void quoted(String value, StringBuilder text) {
        text.append('"');
        JsonStringEncoder.getInstance().quoteAsString(value, text);
        text.append('"');
    }
}
