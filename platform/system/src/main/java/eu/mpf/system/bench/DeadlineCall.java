package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Session;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/** The call of a deadline day, and applications to it. */
final class DeadlineCall {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    private DeadlineCall() {}

    static ObjectNode draft(LocalDateTime deadline) {
        var terms = Session.json("""
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
            ((ObjectNode) terms)
                    .putArray("deadlines")
                    .addObject()
                    .put("stage", "FULL_APPLICATION")
                    .put("local", MILLIS.format(deadline));
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
