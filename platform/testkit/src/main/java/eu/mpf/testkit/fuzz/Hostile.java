package eu.mpf.testkit.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that have broken systems before. */
final class Hostile {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "\u202Eevil",
            "\uFEFF",
            "'; DROP TABLE project; --",
            "\" OR 1=1",
            "%",
            "_%_%_%",
            "\\",
            "../../etc/passwd",
            "${jndi:ldap://127.0.0.1/x}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "=1+1",
            "null",
            "undefined",
            "NaN",
            "-1",
            "0",
            "9223372036854775808",
            "1e999",
            "0x1F",
            "2023-02-30",
            "0000-00-00",
            "+999999999-12-31",
            "-999999999-01-01",
            "9999-12-31T23:59:60Z",
            "2023-10-29T02:30:00",
            "294277-01-01T00:00:00Z",
            "00000000-0000-0000-0000-000000000000",
            "𝕳𝖊𝖑𝖑𝖔 👩‍👩‍👧‍👦",
            "ﬁ İ ß Ǆ",
            "(((((((((((((((((((a",
            "a & | ! <-> :*",
            "line\r\nX-Injected: yes",
            "\t",
            "a".repeat(300),
            "é".repeat(5_000),
            "x ".repeat(20_000));

    private static final List<JsonNode> NODES = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(Long.MAX_VALUE),
            JSON.numberNode(new BigInteger("9".repeat(400))),
            JSON.numberNode(new BigDecimal("1E+400")),
            JSON.numberNode(new BigDecimal("0.0000000001")),
            JSON.arrayNode(),
            JSON.objectNode(),
            JSON.arrayNode().addNull(),
            JSON.arrayNode().add(JSON.objectNode()),
            JSON.objectNode().put("x", 1),
            JSON.objectNode().put("amount", "1e9999999").put("currency", "EUR"),
            JSON.objectNode().put("amount", "99999999999999999999999999.99").put("currency", "EUR"),
            JSON.objectNode().put("en", "\u0000"),
            JSON.objectNode().put("xx", "no such language"));

    private Hostile() {}

    static String text(RandomGenerator random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    static JsonNode node(RandomGenerator random) {
        return random.nextInt(3) == 0 ? NODES.get(random.nextInt(NODES.size())) : JSON.textNode(text(random));
    }
}
