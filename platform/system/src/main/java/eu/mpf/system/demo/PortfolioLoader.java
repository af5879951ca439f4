package eu.mpf.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Session;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Organisations and projects of {@code portfolio.json}. Values that were published about a project are handed over as
 * printed, with their source; those of the facility's own pages are marked as the current ones where they can be read.
 */
final class PortfolioLoader {

    private static final String OWN_PAGES = "facility project page";
    private static final String REPORT_DAY = "2023-09-21";

    private static final Pattern YEAR = Pattern.compile("20\\d\\d");

    private final JsonNode facts = Facts.read("portfolio");
    private final Set<String> inReport = new HashSet<>();
    private final Session officer;
    private final Consumer<String> progress;
    private final Map<String, String> projectIds = new HashMap<>();

    PortfolioLoader(Session officer, Consumer<String> progress) {
        this.officer = officer;
        this.progress = progress;
        for (JsonNode project : Facts.read("exchange-event-2023").findValues("project")) {
            inReport.add(project.asText());
        }
    }

    void organisations() {
        int done = 0;
        for (JsonNode fact : facts.path("organisations")) {
            progress.accept("organisation %d of %d"
                    .formatted(++done, facts.path("organisations").size()));
            ObjectNode body = Facts.object()
                    .put("code", fact.path("key").asText())
                    .put("name", fact.path("name").asText())
                    .put("kind", Facts.constant(fact.path("kind").asText()))
                    .put("country", fact.path("country").asText());
            officer.post("/v1/organisations", body).expect(201);
        }
        for (JsonNode fact : facts.path("organisations")) {
            if (fact.hasNonNull("succeededBy")) {
                String id = officer.get(
                                "/v1/organisations?code=" + fact.path("key").asText())
                        .expect(200)
                        .json()
                        .at("/items/0/id")
                        .asText();
                officer.move(
                                "/v1/organisations/" + id,
                                "succeed",
                                Facts.object()
                                        .put(
                                                "successor",
                                                fact.path("succeededBy").asText())
                                        .put("effectiveOn", "2023-10-29")
                                        .put("reason", "ACM became part of AIMA"))
                        .expect(200);
            }
        }
    }

    void projects() {
        List<JsonNode> waiting = new ArrayList<>();
        facts.path("projects").forEach(waiting::add);
        while (!waiting.isEmpty()) {
            List<JsonNode> ready = waiting.stream()
                    .filter(p -> !p.hasNonNull("predecessor")
                            || projectIds.containsKey(p.path("predecessor").asText()))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("A predecessor is missing in " + waiting);
            }
            ready.forEach(this::project);
            waiting.removeAll(ready);
        }
    }

    private void project(JsonNode fact) {
        String key = fact.path("key").asText();
        progress.accept("project %d of %d"
                .formatted(projectIds.size() + 1, facts.path("projects").size()));
        Answer created = officer.post("/v1/projects", body(fact)).expect(201);
        projectIds.put(key, created.id());
        String path = "/v1/projects/" + created.id();
        Set<String> marked = new HashSet<>();
        for (JsonNode published : fact.path("published")) {
            Answer value = officer.post(
                            path + "/published-values",
                            Facts.object()
                                    .put("field", field(published.path("field").asText()))
                                    .put("printed", published.path("value").asText())
                                    .put("source", published.path("source").asText()))
                    .expect(201);
            boolean own = published.path("source").asText().startsWith(OWN_PAGES);
            if (own
                    && value.json().path("wellFormed").asBoolean()
                    && marked.add(published.path("field").asText())) {
                officer.move(path + "/published-values/" + value.id(), "mark-current", null)
                        .expect(200);
            }
        }
        live(path, key);
    }

    /** {@code kickOff} → {@code KICK_OFF}. */
    private static String field(String neutral) {
        return Facts.constant(neutral.replaceAll("([A-Z])", "-$1"));
    }

    private ObjectNode body(JsonNode fact) {
        ObjectNode body = Facts.object().put("code", fact.path("key").asText());
        body.set("title", Facts.english(fact.path("title").asText()));
        Facts.copy(fact, "reference", body);
        Facts.copy(fact, "acronym", body);
        if (fact.has("acronymVariants")) {
            ArrayNode variants = body.putArray("acronymVariants");
            fact.path("acronymVariants").forEach(v -> {
                if (!v.equals(fact.get("acronym"))) {
                    variants.add(v);
                }
            });
        }
        body.put("kind", Facts.constant(fact.path("kind").asText("grant")));
        if (fact.hasNonNull("lead")) {
            body.put("leadOrganisation", fact.path("lead").asText());
        }
        Facts.copy(fact, "leadName", body);
        ArrayNode partners = body.putArray("partners");
        fact.path("partners")
                .forEach(p ->
                        partners.addObject().put("organisation", p.asText()).put("role", "PARTNER"));
        for (String same : List.of(
                "beneficiaries",
                "memberStates",
                "partnerCountries",
                "region",
                "themes",
                "inKind",
                "activities",
                "predecessor")) {
            Facts.copy(fact, same, body);
        }
        for (JsonNode published : fact.path("published")) {
            if (published.path("field").asText().equals("note")) {
                // The one note published so far names Egypt; it stands beside the country as printed.
                body.putArray("notes")
                        .addObject()
                        .put("country", "EG")
                        .set("note", Facts.english(published.path("value").asText()));
            }
        }
        knownSince(fact).ifPresent(day -> body.put("effectiveOn", day));
        return body;
    }

    /** The project counts from the first year that a source names, else from the report that presents it. */
    private Optional<String> knownSince(JsonNode fact) {
        for (JsonNode published : fact.path("published")) {
            Matcher year = YEAR.matcher(published.path("value").asText());
            if (Set.of("period", "kickOff").contains(published.path("field").asText()) && year.find()) {
                return Optional.of(year.group() + "-01-01");
            }
        }
        return inReport.contains(fact.path("key").asText()) ? Optional.of(REPORT_DAY) : Optional.empty();
    }

    /** Moves the project as far as the published dates allow; without any date it stays as planned. */
    private void live(String path, String key) {
        JsonNode project = officer.get(path).expect(200).json();
        String start = project.path("startDate").asText("");
        String end = project.path("endDate").asText("");
        if (start.isEmpty()) {
            if (inReport.contains(key)) {
                officer.move(
                                path,
                                "contract",
                                reason(
                                        REPORT_DAY,
                                        "Presented in September 2023; the date of the contract is not published"))
                        .expect(200);
            }
            return;
        }
        officer.move(
                        path,
                        "contract",
                        reason(start, "First day as published; the date of the contract is not published"))
                .expect(200);
        officer.move(path, "start", reason(start, "First day as published")).expect(200);
        if (!end.isEmpty() && LocalDate.parse(end).isBefore(LocalDate.now(java.time.ZoneOffset.UTC))) {
            officer.move(path, "close", reason(end, "Last day as published")).expect(200);
        }
    }

    private static ObjectNode reason(String day, String reason) {
        return Facts.object().put("effectiveOn", day).put("reason", reason);
    }
}
