package eu.mpf.system.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import eu.mpf.system.demo.BordersCall;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** One person in every part of the platform, put there as everybody is: through the public API. */
final class MarkedPerson {

    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final Platform platform;
    private final Mark mark;
    private final String run;
    private String event = "";

    MarkedPerson(Platform platform, Mark mark) {
        this.platform = platform;
        this.mark = mark;
        this.run =
                Long.toString(System.currentTimeMillis(), Character.MAX_RADIX).toUpperCase(Locale.ROOT);
    }

    void appears() {
        comesToAnEvent(true);
        looksForwardToAnother();
        holdsOffices();
    }

    /** Everywhere but on a programme, which is there to be read by everybody. */
    void appearsUnseen() {
        comesToAnEvent(false);
        holdsOffices();
    }

    private void holdsOffices() {
        isContactOfAnApplication();
        sitsOnACommittee();
        isRemindedOfReports();
        looksAfterAProgram();
    }

    /** Registered, invited and perhaps on the programme; the event has been held since. */
    private void comesToAnEvent(boolean speaks) {
        Session manager = platform.as("event-manager");
        // not long ago: what is older than two years is let go by itself
        event = drafted("PRIVACY-" + run, now().minusHours(3));
        ObjectNode session = object().put("key", "one").put("kind", "PANEL");
        session.set("title", english("A panel"));
        String panel = manager.post(event + "/sessions", session).expect(201).id();
        if (speaks) {
            speaks(manager, panel);
        }
        manager.post(
                        event + "/invitations",
                        object().put("address", mark.address()).put("name", mark.name()))
                .expect(201);
        manager.move(event, "publish", null).expect(200);
        registersAt(event, speaks);
        manager.move(event, "hold", null).expect(200);
    }

    /** Of one that is to come people are told by mail: that they are invited, and that their seat is theirs. */
    private void looksForwardToAnother() {
        Session manager = platform.as("event-manager");
        String toCome = drafted("PRIVACY-TO-COME-" + run, now().plusDays(30));
        manager.post(
                        toCome + "/invitations",
                        object().put("address", mark.address()).put("name", mark.name()))
                .expect(201);
        manager.move(toCome, "publish", null).expect(200);
        registersAt(toCome, true);
    }

    private static LocalDateTime now() {
        return LocalDateTime.now(BRUSSELS).truncatedTo(ChronoUnit.SECONDS).withSecond(1);
    }

    /** The path of an event of two hours. */
    private String drafted(String key, LocalDateTime starts) {
        ObjectNode body = object().put("key", key)
                .put("mode", "ONLINE")
                .put("timeZone", "Europe/Brussels")
                .put("startsLocal", starts.toString())
                .put("endsLocal", starts.plusHours(2).toString())
                .put("capacity", 5);
        body.set("title", english("A meeting"));
        body.putArray("audience").add("MEMBER_STATE");
        return "/v1/events/"
                + platform.as("event-manager")
                        .post("/v1/events", body)
                        .expect(201)
                        .id();
    }

    private void registersAt(String path, boolean listed) {
        ObjectNode registration =
                object().put("name", mark.name()).put("address", mark.address()).put("category", "MEMBER_STATE");
        registration
                .putObject("consent")
                .put("wording", "1")
                .put("participantList", listed)
                .put("followUps", false);
        platform.anonymous().post(path + "/registrations", registration).expect(201);
    }

    private void speaks(Session manager, String panel) {
        String speaker = manager.post(
                        "/v1/people",
                        object().put("key", "speaker-" + run.toLowerCase(Locale.ROOT))
                                .put("name", mark.name()))
                .expect(201)
                .id();
        manager.post(
                        "/v1/sessions/" + panel + "/contributions",
                        object().put("role", "SPEAKER").put("personId", speaker))
                .expect(201);
    }

    /** The event's address. */
    String event() {
        return event;
    }

    /** Places taken at the event: a figure that an erasure must not change. */
    int taken() {
        return platform.anonymous()
                .get(event + "/capacity")
                .expect(200)
                .json()
                .at("/total/taken")
                .asInt();
    }

    private void isContactOfAnApplication() {
        Session officer = platform.as("programme-officer");
        Answer call =
                officer.post("/v1/calls", BordersCall.draft("PRIVACY-" + run)).expect(201);
        officer.act("/v1/calls/" + call.id() + ":publish", call.etag(), null).expect(200);
        Session applicant = platform.as("applicant-lv");
        Answer draft = applicant
                .post("/v1/applications", object().put("callId", call.id()))
                .expect(201);
        applicant
                .put(
                        "/v1/applications/" + draft.id() + "/contact",
                        draft.etag(),
                        object().put("name", mark.name()).put("email", mark.address()))
                .expect(200);
    }

    private void sitsOnACommittee() {
        Session officer = platform.as("programme-officer");
        String call = officer.get("/v1/calls?pageSize=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        Answer meeting = officer.post(
                        "/v1/committee-meetings",
                        object().put("callId", call)
                                .put("title", "A committee")
                                .put(
                                        "scheduledAt",
                                        Instant.now()
                                                .truncatedTo(ChronoUnit.MILLIS)
                                                .toString()))
                .expect(201);
        officer.act(
                        "/v1/committee-meetings/" + meeting.id() + "/members",
                        meeting.etag(),
                        object().put("member", mark.letters()).put("role", "MEMBER"))
                .expect(200, 201);
    }

    private void isRemindedOfReports() {
        Session officer = platform.as("programme-officer");
        String project = officer.get("/v1/projects?pageSize=1")
                .expect(200)
                .json()
                .at("/items/0/id")
                .asText();
        String plan = "/v1/projects/" + project + "/reporting-plan";
        Answer before = officer.get(plan).expect(200);
        ObjectNode rule = before.json().path("rule").deepCopy();
        officer.put(plan, before.etag(), rule.put("contact", mark.address())).expect(200);
    }

    private void looksAfterAProgram() {
        Session partner = platform.as("partner");
        ObjectNode client = object().put("name", "Mirror").put("contact", mark.address());
        client.putArray("scopes").add("projects:read");
        partner.post("/v1/api-clients", client).expect(201);
        ObjectNode webhook = object().put("url", "http://127.0.0.1:9/hook").put("contact", mark.address());
        webhook.putArray("types").add("eu.mpf.projects.taxonomy.*");
        webhook.putObject("filter").putArray("version").add("none");
        partner.post("/v1/webhooks", webhook).expect(201);
    }

    private static ObjectNode object() {
        return Session.object(node -> {});
    }

    private static JsonNode english(String text) {
        return object().put("en", text);
    }
}
