package eu.mpf.projects.exchange.iati;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.projects.project.ProjectStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One activity as a line of the import. Elements that have no place in a project are named in {@code notImported}, so
 * that nothing is dropped unsaid; percentages are not taken over, as ours are none that anybody has weighed.
 */
final class ActivityMapping {

    private static final Set<String> KNOWN = Set.of(
            "iati-identifier",
            "reporting-org",
            "title",
            "description",
            "participating-org",
            "other-identifier",
            "activity-status",
            "activity-date",
            "recipient-country",
            "recipient-region",
            "sector",
            "budget",
            "transaction",
            "related-activity");

    private static final int LONGEST_CODE = 60;

    private final XmlNode activity;
    private final ObjectNode line;
    private final boolean own;
    private final Set<String> left = new TreeSet<>();

    ActivityMapping(ObjectMapper json, XmlNode activity) {
        this.activity = activity;
        this.line = json.createObjectNode();
        XmlNode reporter = activity.first("reporting-org");
        this.own = reporter != null && reporter.is("ref", Iati.REPORTER);
    }

    ObjectNode line() {
        activity.children().stream()
                .map(XmlNode::name)
                .filter(name -> !KNOWN.contains(name))
                .forEach(left::add);
        identifiers();
        texts();
        if (activity.attribute("mpf:kind") != null) {
            line.put("kind", activity.attribute("mpf:kind"));
        }
        bodies();
        status();
        put("startDate", date(Iati.ACTUAL_START, Iati.PLANNED_START));
        put("endDate", date(Iati.ACTUAL_END, Iati.PLANNED_END));
        places();
        themes();
        money();
        activity.all("related-activity").forEach(related -> {
            String ref = String.valueOf(related.attribute("ref"));
            if (own && related.is("type", Iati.SIBLING) && ref.startsWith(Iati.REPORTER + "-")) {
                line.put("predecessor", ref.substring(Iati.REPORTER.length() + 1));
            } else {
                left.add("related-activity");
            }
        });
        if (!left.isEmpty()) {
            ArrayNode names = line.putArray("notImported");
            left.forEach(names::add);
        }
        return line;
    }

    private void identifiers() {
        XmlNode element = activity.first("iati-identifier");
        String identifier = element == null ? "" : element.text();
        activity.all("other-identifier").forEach(other -> {
            if (other.is("type", Iati.INTERNAL_IDENTIFIER)) {
                put("reference", other.attribute("ref"));
            } else {
                left.add("other-identifier");
            }
        });
        if (identifier.startsWith(Iati.REPORTER + "-")) {
            line.put("code", identifier.substring(Iati.REPORTER.length() + 1));
        } else if (!identifier.isEmpty()) {
            String code = identifier
                    .toUpperCase(Locale.ROOT)
                    .replaceAll("[^A-Z0-9]+", "-")
                    .replaceAll("^-", "");
            line.put("code", code.substring(0, Math.min(code.length(), LONGEST_CODE)));
            // The identifier itself must stay findable, whatever the code became.
            line.put("reference", identifier);
        }
    }

    private void texts() {
        XmlNode title = activity.first("title");
        if (title != null) {
            narratives("title", title, line);
            put("acronym", title.attribute("mpf:acronym"));
        }
        activity.all("description").forEach(description -> {
            String type = description.attribute("type");
            if (Iati.OTHER.equals(type) && description.attribute("mpf:country") != null) {
                ObjectNode note = line.withArrayProperty("notes").addObject();
                note.put("country", description.attribute("mpf:country"));
                narratives("note", description, note);
            } else if ((type == null || type.equals(Iati.GENERAL)) && !line.has("summary")) {
                narratives("summary", description, line);
            } else {
                left.add("description");
            }
        });
        if (line.has("summary") && line.get("summary").equals(line.get("title"))) {
            line.remove("summary");
        }
    }

    private void narratives(String field, XmlNode element, ObjectNode into) {
        String usual = activity.attribute("lang");
        ObjectNode texts = into.putObject(field);
        element.all("narrative").forEach(narrative -> {
            String language = narrative.attribute("lang");
            texts.put(language == null ? usual == null ? "en" : usual : language, narrative.text());
        });
    }

    private void bodies() {
        activity.all("participating-org").forEach(body -> {
            String code = body.attribute("mpf:organisation");
            XmlNode narrative = body.first("narrative");
            String name = narrative == null ? body.attribute("ref") : narrative.text();
            if (body.is("role", Iati.FUNDING)) {
                if (body.attribute("mpf:fund") == null) {
                    left.add("participating-org");
                } else {
                    put("fund", body.attribute("mpf:fund"));
                }
            } else if (body.is("role", Iati.ACCOUNTABLE) && !line.has("leadName") && !line.has("leadOrganisation")) {
                if (!(own && code == null && body.is("ref", Iati.REPORTER))) {
                    put(code == null ? "leadName" : "leadOrganisation", code == null ? name : code);
                }
            } else if (body.is("role", Iati.IMPLEMENTING)) {
                ObjectNode partner = line.withArrayProperty("partners").addObject();
                if (code == null || !code.equals(name)) {
                    partner.put("name", name);
                }
                if (code != null) {
                    partner.put("organisation", code);
                }
                if (body.attribute("mpf:as") != null) {
                    partner.put("role", body.attribute("mpf:as"));
                }
            } else {
                left.add("participating-org");
            }
        });
    }

    private void status() {
        XmlNode status = activity.first("activity-status");
        if (status == null) {
            return;
        }
        String told = status.attribute("mpf:status");
        // A word of ours that we do not know is refused with the line.
        String found =
                told != null ? told : Iati.status(status.attribute("code")).name();
        line.put("status", found);
        put("statusSince", status.attribute("mpf:since"));
        if (found.equals(ProjectStatus.TERMINATED.name()) || found.equals(ProjectStatus.SUSPENDED.name())) {
            line.put("statusReason", "As told by the activity's status");
        }
    }

    private @Nullable String date(String better, String otherwise) {
        return Stream.of(better, otherwise)
                .flatMap(type -> activity.all("activity-date")
                        .filter(date -> date.is("type", type) && !date.is("mpf:known", "false")))
                .map(date -> String.valueOf(date.attribute("iso-date")))
                .findFirst()
                .orElse(null);
    }

    private void places() {
        activity.all("recipient-country")
                .forEach(country ->
                        line.withArrayProperty("partnerCountries").add(String.valueOf(country.attribute("code"))));
        activity.all("recipient-region").forEach(region -> {
            if (own && region.is("vocabulary", Iati.OWN_VOCABULARY)) {
                put("region", region.attribute("code"));
            } else if (!region.is("code", Iati.UNSPECIFIED)) {
                left.add("recipient-region");
            }
        });
    }

    private void themes() {
        activity.all("sector").forEach(sector -> {
            if (own && sector.is("vocabulary", Iati.OWN_VOCABULARY)) {
                line.withArrayProperty("themes").add(String.valueOf(sector.attribute("code")));
            } else if (!(own && sector.is("code", Iati.MIGRATION))) {
                left.add("sector");
            }
        });
    }

    private void money() {
        sum("total", activity.all("budget").toList());
        sum(
                "euShare",
                activity.all("transaction")
                        .filter(transaction -> {
                            XmlNode type = transaction.first("transaction-type");
                            boolean commitment = type != null && type.is("code", Iati.COMMITMENT);
                            if (!commitment || !own) {
                                left.add("transaction");
                            }
                            return commitment && own;
                        })
                        .toList());
    }

    /** Parts in several currencies have no sum; an amount that is no number is refused with the line. */
    private void sum(String field, List<XmlNode> parts) {
        List<XmlNode> values = parts.stream().flatMap(part -> part.all("value")).toList();
        if (values.isEmpty()) {
            return;
        }
        String usual = activity.attribute("default-currency");
        List<String> currencies = values.stream()
                .map(value -> String.valueOf(value.attributes().getOrDefault("currency", String.valueOf(usual))))
                .distinct()
                .toList();
        if (currencies.size() > 1) {
            left.add(parts.getFirst().name());
            return;
        }
        ObjectNode money = line.withObjectProperty("budget").putObject(field);
        money.put("currency", currencies.getFirst());
        try {
            money.put(
                    "amount",
                    values.stream()
                            .map(value -> new BigDecimal(value.text()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add)
                            .toPlainString());
        } catch (NumberFormatException e) {
            // Kept as it is written: the line is then refused, and says which amount.
            money.put("amount", values.getFirst().text());
        }
    }

    private void put(String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            line.put(field, value);
        }
    }
}
