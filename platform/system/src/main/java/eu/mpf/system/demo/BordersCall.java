package eu.mpf.system.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The borders and security call of March 2023, as the body that drafts it.
 *
 * <p>Published are its key, title, funds, regions, indicative envelope and the rules that the facility's calls share. How
 * the envelope is split between the funds, which activities each fund takes and how proposals are scored is not public:
 * those values are examples.
 */
public final class BordersCall {

    private static final String EXAMPLE_SCHEME = """
            {"minimum": 0, "maximum": 100, "overallThreshold": 75, "tieBreaks": ["relevance", "quality"],
             "criteria": [
              {"code": "relevance", "title": {"en": "Relevance"}, "maximum": 30, "threshold": 15},
              {"code": "quality", "title": {"en": "Quality of the design"}, "maximum": 20},
              {"code": "capacity", "title": {"en": "Operational capacity"}, "maximum": 20},
              {"code": "sustainability", "title": {"en": "Sustainability and ownership"}, "maximum": 15},
              {"code": "cost", "title": {"en": "Cost-effectiveness"}, "maximum": 15}]}
            """;

    private static final String RULES = """
            [{"id": "lead-member-state", "expression": "application.lead.memberState", "pointer": "/content/lead/country",
              "words": {"en": "The lead applicant is established in an EU Member State."}, "section": "2.1"},
             {"id": "partner-country", "expression": "size(application.partnerCountries) > 0", "pointer": "/content/partnerCountries",
              "words": {"en": "The action takes place with at least one partner country."}, "section": "2.2"},
             {"id": "letter-partner-country",
              "expression": "application.partnerCountries.all(c, application.letters.exists(l, l.country == c && l.centralInstitution))",
              "pointer": "/content/letters", "section": "2.4",
              "words": {"en": "A central institution of each partner country supports the action by a letter."}},
             {"id": "indirect-max", "pointer": "/content/budget", "section": "3.3",
              "expression": "application.headings['INDIRECT'] * 100 <= (application.total - application.headings['INDIRECT']) * 7",
              "words": {"en": "Indirect costs are at most 7 % of the direct costs."}},
             {"id": "duration", "expression": "application.durationMonths >= 12 && application.durationMonths <= 36",
              "pointer": "/content/durationMonths", "section": "2.5",
              "words": {"en": "An action lasts between 12 and 36 months."}}]
            """;

    private BordersCall() {}

    /** @param key the new call's key */
    public static ObjectNode draft(String key) {
        JsonNode fact = Facts.read("call-2023-borders-security").path("call");
        ObjectNode body = Facts.object().put("key", key);
        ObjectNode terms = body.putObject("terms");
        terms.set("title", Facts.english(fact.path("title").asText()));
        terms.put("deadlineModel", Facts.constant(fact.path("deadlineModel").asText()));
        terms.put("conceptNote", false);
        terms.put("timeZone", "Europe/Brussels");
        terms.set("regions", fact.path("regions"));
        ArrayNode funds = terms.putArray("funds");
        fund(funds.addObject(), "BMVI", "7000000.00")
                .putArray("activities")
                .add("training")
                .add("equipment")
                .add("risk-analysis-units");
        fund(funds.addObject(), "ISF", "4000000.00")
                .putArray("activities")
                .add("training")
                .add("investigation-capacity");
        terms.putObject("guidelines").put("label", "Guidelines for applicants, 10 March 2023");
        terms.set("rules", Facts.json(RULES));
        terms.putObject("scoring").set("FULL_APPLICATION", Facts.json(EXAMPLE_SCHEME));
        terms.putObject("decision").put("body", "COMMITTEE").put("quorum", 2);
        return body;
    }

    private static ObjectNode fund(ObjectNode fund, String code, String envelope) {
        fund.put("code", code).put("maximumRate", "95.00");
        fund.putObject("envelope").put("amount", envelope).put("currency", "EUR");
        fund.putObject("minimumGrant").put("amount", "200000.00").put("currency", "EUR");
        return fund;
    }
}
