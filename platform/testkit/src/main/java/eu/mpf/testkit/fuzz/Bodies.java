package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Bodies of requests: the contract's example, or what the schema says, as it is or with one or two places wrong; or no such
 * text at all.
 */
final class Bodies {

    private final Values values;
    private final RandomGenerator random;

    Bodies(Values values, RandomGenerator random) {
        this.values = values;
        this.random = random;
    }

    /**
     * @param media schema and, if there is one, example
     * @param path of the request
     */
    byte[] json(JsonNode media, String path) {
        JsonNode example = media.path("example");
        JsonNode valid = example.isMissingNode() || random.nextInt(3) == 0
                ? values.of(media.path("schema"), "")
                : values.renewed(example, path, true);
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> bytes(valid.toString());
            case 4, 5, 6, 7 -> bytes(damaged(valid).toString());
            case 8 -> bytes(damaged(damaged(valid)).toString());
            default -> broken(valid.toString());
        };
    }

    byte[] text(JsonNode media) {
        String example = media.path("example").asText();
        if (!example.isEmpty() && random.nextInt(3) > 0) {
            return bytes(damaged(example));
        }
        return switch (random.nextInt(4)) {
            case 0 -> bytes("\uFEFFcode;title;startDate\r\n\"A\";\"B\";2023-01-01\r\n");
            case 1 -> bytes("a,b\n\"unclosed,1\n=cmd(),2\n");
            case 2 -> bytes("{\"code\":\"A\"}\n{broken\n");
            default ->
                bytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>");
        };
    }

    /** The text, half the time with one of its words replaced. */
    private String damaged(String text) {
        String[] words = text.split("\\b");
        if (random.nextBoolean()) {
            words[random.nextInt(words.length)] = Hostile.text(random);
        }
        return String.join("", words);
    }

    private JsonNode damaged(JsonNode valid) {
        JsonNode copy = valid.deepCopy();
        List<Runnable> damages = new ArrayList<>();
        collect(copy, damages, 0);
        if (damages.isEmpty()) {
            return Hostile.node(random);
        }
        damages.get(random.nextInt(damages.size())).run();
        return copy;
    }

    private void collect(JsonNode node, List<Runnable> damages, int depth) {
        if (depth > 8) {
            return;
        }
        if (node instanceof ObjectNode object) {
            damages.add(() -> object.put("noSuchField", 1));
            for (String name : names(object)) {
                damages.add(() -> object.remove(name));
                damages.add(() -> object.set(name, Hostile.node(random)));
                damages.add(() -> object.set(name, Hostile.node(random)));
                collect(object.path(name), damages, depth + 1);
            }
        } else if (node instanceof ArrayNode array) {
            damages.add(() -> array.add(Hostile.node(random)));
            damages.add(() -> array.addAll(array.deepCopy()));
            array.forEach(item -> collect(item, damages, depth + 1));
        }
    }

    private static List<String> names(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private byte[] broken(String json) {
        return switch (random.nextInt(7)) {
            case 0 -> bytes(json.substring(0, json.length() / 2));
            case 1 -> bytes("[".repeat(3_000));
            case 2 -> bytes("{\"a\":".repeat(1_500) + "1" + "}".repeat(1_500));
            case 3 -> bytes("[" + json + "]");
            case 4 -> new byte[] {'{', '"', (byte) 0xC3, (byte) 0x28, '"', ':', '1', '}'};
            case 5 -> new byte[0];
            default -> bytes(json + json);
        };
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
