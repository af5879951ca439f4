package eu.mpf.projects.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.NamespaceContext;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Applies the published rule set of IATI, as its documentation defines each kind of rule. An unknown kind is a failure. */
final class IatiRuleset {

    private final JsonNode rules;
    private final XPath xpath = XPathFactory.newInstance().newXPath();
    private int applied;

    IatiRuleset(Path file) throws IOException {
        rules = new ObjectMapper().readTree(file.toFile());
        xpath.setNamespaceContext(new XmlOnly());
    }

    /** How often a rule met a context. */
    int applied() {
        return applied;
    }

    /** What is wrong, as rule id, severity, message and place. */
    List<String> violations(Document document) throws XPathExpressionException {
        List<String> violations = new ArrayList<>();
        for (var entry : rules.properties()) {
            for (Node context : nodes(entry.getKey(), document)) {
                check(entry.getValue(), context, violations);
            }
        }
        return violations;
    }

    private void check(JsonNode kinds, Node context, List<String> violations) throws XPathExpressionException {
        for (var kind : kinds.properties()) {
            for (JsonNode rule : kind.getValue().path("cases")) {
                if (kind.getKey().equals("loop")) {
                    loop(rule, context, violations);
                    continue;
                }
                if (rule.has("condition") && !truth(rule.get("condition").asText(), context)) {
                    continue;
                }
                applied++;
                if (!holds(kind.getKey(), rule, context)) {
                    JsonNode info = rule.path("ruleInfo");
                    violations.add("%s %s: %s (%s)"
                            .formatted(
                                    info.path("id").asText(),
                                    info.path("severity").asText(),
                                    info.path("message").asText(),
                                    xpath.evaluate("ancestor-or-self::iati-activity/iati-identifier", context)));
                }
            }
        }
    }

    /** The rules inside, once for each value found, which stands for {@code $1}. */
    private void loop(JsonNode rule, Node context, List<String> violations) throws XPathExpressionException {
        for (String value : texts(rule.path("foreach").asText(), context).stream()
                .distinct()
                .toList()) {
            try {
                check(
                        new ObjectMapper().readTree(rule.path("do").toString().replace("$1", value)),
                        context,
                        violations);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }

    private boolean holds(String kind, JsonNode rule, Node context) throws XPathExpressionException {
        return switch (kind) {
            case "atleast_one" -> !all(rule, context).isEmpty();
            case "no_more_than_one" -> all(rule, context).size() <= 1;
            case "unique" -> {
                List<String> values = all(rule, context);
                yield values.stream().distinct().count() == values.size();
            }
            case "one_or_all" -> oneOrAll(rule, context);
            case "if_then" ->
                !truth(rule.path("if").asText(), context)
                        || truth(rule.path("then").asText(), context);
            case "strict_sum" ->
                all(rule, context).stream()
                                .map(BigDecimal::new)
                                .reduce(BigDecimal.ZERO, BigDecimal::add)
                                .compareTo(rule.path("sum").decimalValue())
                        == 0;
            case "range" ->
                all(rule, context).stream()
                        .map(BigDecimal::new)
                        .allMatch(value -> value.compareTo(rule.path("min").decimalValue()) >= 0
                                && (!rule.has("max")
                                        || value.compareTo(rule.path("max").decimalValue()) <= 0));
            case "date_now" ->
                texts(rule.path("date").asText(), context).stream()
                        .allMatch(date -> !day(date).isAfter(today()));
            case "date_order" ->
                ordered(rule.path("less").asText(), rule.path("more").asText(), context);
            case "between_dates" ->
                ordered(rule.path("start").asText(), rule.path("date").asText(), context)
                        && ordered(rule.path("date").asText(), rule.path("end").asText(), context);
            case "time_limit" -> {
                List<String> start = texts(rule.path("start").asText(), context);
                List<String> end = texts(rule.path("end").asText(), context);
                yield start.isEmpty()
                        || end.isEmpty()
                        || !day(end.getFirst()).isAfter(day(start.getFirst()).plusYears(1));
            }
            case "no_spaces" -> all(rule, context).stream().allMatch(text -> text.equals(text.strip()));
            case "regex_matches" ->
                all(rule, context).stream()
                        .allMatch(Pattern.compile(rule.path("regex").asText()).asMatchPredicate());
            case "startswith" -> startsWith(rule, context);
            default -> throw new AssertionError("The rule set has a kind of rule that is not known here: " + kind);
        };
    }

    private boolean startsWith(JsonNode rule, Node context) throws XPathExpressionException {
        if (rule.has("idCondition")) {
            return true; // asks the register of organisation identifiers, which is not part of the rule set
        }
        List<String> prefixes = new ArrayList<>();
        for (JsonNode prefix : rule.path("prefix")) {
            prefixes.addAll(texts(prefix.asText(), context));
        }
        String separator = rule.path("separator").asText("");
        return all(rule, context).stream()
                .allMatch(text -> prefixes.stream().anyMatch(prefix -> text.startsWith(prefix + separator)));
    }

    /** Said once above, or said everywhere below. */
    private boolean oneOrAll(JsonNode rule, Node context) throws XPathExpressionException {
        if (!texts(rule.path("one").asText(), context).isEmpty()) {
            return true;
        }
        return switch (rule.path("all").asText()) {
            case "lang" -> nodes(".//narrative[not(@xml:lang)]", context).isEmpty();
            case "currency" -> nodes(".//value[not(@currency)]", context).isEmpty();
            case "sector" ->
                nodes("transaction[not(sector)]", context).isEmpty()
                        && !nodes("transaction", context).isEmpty();
            default -> throw new AssertionError("not known: " + rule);
        };
    }

    private boolean ordered(String less, String more, Node context) throws XPathExpressionException {
        for (String earlier : dates(less, context)) {
            for (String later : dates(more, context)) {
                if (day(earlier).isAfter(day(later))) {
                    return false;
                }
            }
        }
        return true;
    }

    private List<String> dates(String path, Node context) throws XPathExpressionException {
        return path.equals("NOW") ? List.of(today().toString()) : texts(path, context);
    }

    private List<String> all(JsonNode rule, Node context) throws XPathExpressionException {
        List<String> texts = new ArrayList<>();
        for (JsonNode path : rule.path("paths")) {
            texts.addAll(texts(path.asText(), context));
        }
        return texts;
    }

    private List<String> texts(String path, Node context) throws XPathExpressionException {
        return nodes(path, context).stream().map(Node::getTextContent).toList();
    }

    private List<Node> nodes(String path, Node context) throws XPathExpressionException {
        NodeList found = (NodeList) xpath.evaluate(path, context, XPathConstants.NODESET);
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            nodes.add(found.item(i));
        }
        return nodes;
    }

    private boolean truth(String expression, Node context) throws XPathExpressionException {
        return (Boolean) xpath.evaluate(expression, context, XPathConstants.BOOLEAN);
    }

    private static LocalDate day(String date) {
        return LocalDate.parse(date.substring(0, 10));
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    private static final class XmlOnly implements NamespaceContext {
        @Override
        public String getNamespaceURI(String prefix) {
            return prefix.equals("xml") ? XMLConstants.XML_NS_URI : XMLConstants.NULL_NS_URI;
        }

        @Override
        public String getPrefix(String uri) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Iterator<String> getPrefixes(String uri) {
            throw new UnsupportedOperationException();
        }
    }
}
