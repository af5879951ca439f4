package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Session;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** The call of a deadline day, and applications to it. */
final class DeadlineCall {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private DeadlineCall() {}

    /** @param files whether two files are asked for */
    static String publish(Session officer, Instant deadline, boolean files) {
        Answer draft = officer.post("/v1/calls", draft(deadline, files)).expect(201);
        officer.act("/v1/calls/" + draft.id() + ":publish", draft.etag(), null).expect(200);
        return draft.id();
    }

    static ArrayNode deadlines(Instant deadline) {
        ArrayNode deadlines = JsonNodeFactory.instance.arrayNode();
        deadlines
                .addObject()
                .put("stage", "FULL_APPLICATION")
                .put("local", MILLIS.format(LocalDateTime.ofInstant(deadline, BRUSSELS)));
        return deadlines;
    }

    private static ObjectNode draft(Instant deadline, boolean files) {
        var terms = (ObjectNode) Session.json("""
                {"title": {"en": "Deadline day"}, "deadlineModel": "SINGLE_STAGE", "conceptNote": false,
                 "timeZone": "Europe/Brussels",
                 "funds": [{"code": "BMVI", "envelope": {"amount": "90000000.00", "currency": "EUR"}, "maximumRate": "95.00"}],
                 "rules": [
                  {"id": "lead", "words": {"en": "The lead is in a Member State."}, "pointer": "/content/lead",
                   "expression": "application.lead.memberState"},
                  {"id": "indirect", "words": {"en": "Indirect costs are at most 7 %."}, "pointer": "/content/budget",
                   "expression": "application.headings.INDIRECT <= share(application.total - application.headings.INDIRECT, '7')"}],
                 "attachments": [
                  {"code": "PROPOSAL", "title": {"en": "Proposal"}, "required": true},
                  {"code": "BUDGET", "title": {"en": "Budget"}, "required": true}],
                 "scoring": {"FULL_APPLICATION": {"minimum": 0, "maximum": 5, "overallThreshold": 3,
                  "criteria": [{"code": "relevance", "title": {"en": "Relevance"}}]}},
                 "decision": {"body": "PROGRAMME_OFFICER", "quorum": 1}}""");
        return Session.object(body -> {
            body.put("key", "DEADLINE-DAY-" + UUID.randomUUID());
            terms.set("deadlines", deadlines(deadline));
            if (!files) {
                terms.remove("attachments");
            }
            body.set("terms", terms);
        });
    }

    static ObjectNode application(String call) {
        return Session.object(body -> body.put("callId", call).set("content", Session.json("""
                {"title": {"en": "Joint patrols"}, "fund": "BMVI", "durationMonths": 24,
                 "lead": {"name": "Border Guard", "country": "LV", "kind": "PUBLIC_AUTHORITY", "centralGovernment": true},
                 "memberStates": ["LV"], "partnerCountries": ["MD"],
                 "budget": [{"heading": "STAFF", "description": "Experts", "amount": {"amount": "300000.00", "currency": "EUR"}},
                            {"heading": "INDIRECT", "description": "Overheads", "amount": {"amount": "21000.00", "currency": "EUR"}}],
                 "euShare": {"amount": "285000.00", "currency": "EUR"}}""")));
    }
}
