package eu.mpf.calls.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Canonical JSON as an applicant's own program would write it from the text of RFC 8785; shares nothing with the service. */
public final class Rfc8785 {

    private static final String SHORT_FROM = "\b\t\n\f\r\"\\";
    private static final String SHORT_TO = "btnfr\"\\";

    private Rfc8785() {}

    public static String of(JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> {
                List<String> names = new ArrayList<>();
                node.fieldNames().forEachRemaining(names::add);
                names.sort(Comparator.comparing(String::toCharArray, java.util.Arrays::compare));
                yield names.stream()
                        .map(name -> text(name) + ":" + of(node.get(name)))
                        .collect(Collectors.joining(",", "{", "}"));
            }
            case ARRAY ->
                StreamSupport.stream(node.spliterator(), false)
                        .map(Rfc8785::of)
                        .collect(Collectors.joining(",", "[", "]"));
            case STRING -> text(node.textValue());
            case BOOLEAN, NULL -> node.asText();
            case NUMBER -> {
                if (!node.isIntegralNumber()) {
                    throw new IllegalArgumentException("no fraction is handed in: " + node);
                }
                yield Long.toString(node.longValue());
            }
            case BINARY, MISSING, POJO -> throw new IllegalArgumentException("not JSON");
        };
    }

    private static String text(String text) {
        return text.chars().mapToObj(Rfc8785::unit).collect(Collectors.joining("", "\"", "\""));
    }

    private static String unit(int unit) {
        int known = SHORT_FROM.indexOf(unit);
        if (known >= 0) {
            return "\\" + SHORT_TO.charAt(known);
        }
        return unit < 0x20 ? "\\u%04x".formatted(unit) : Character.toString((char) unit);
    }
}
