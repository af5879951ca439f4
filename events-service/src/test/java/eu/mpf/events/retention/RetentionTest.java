package eu.mpf.events.retention;

import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.registration.Registrations.register;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.events.Programme;
import eu.mpf.events.question.QuestionsApiTest;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.quarkus.arc.Arc;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("X12")
class RetentionTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    /** An event that ended so many days ago. */
    private static String ended(int daysAgo, Map<String, Integer> days) {
        LocalDate day = TODAY.minusDays(daysAgo);
        return publishedEvent(Map.of(
                        "startsLocal", day + "T09:00:00",
                        "endsLocal", day + "T17:00:00",
                        "registration",
                                Map.of(
                                        "consentWording",
                                        "2023-1",
                                        "dataProtection",
                                        Map.of(
                                                "regime", "GDPR",
                                                "controller", "The host",
                                                "retentionDays", days))))
                .id();
    }

    private static Registrations.Made somebody(String event, String name, boolean followUps) {
        return register(
                event,
                Map.of(
                        "name",
                        name,
                        "organisation",
                        "Body of " + name,
                        "consent",
                        Map.of("wording", "2023-1", "participantList", true, "followUps", followUps)));
    }

    private static void sweep() {
        Arc.container().instance(RetentionJob.class).get().sweep();
    }

    private static List<String> names(String event) {
        return Sql.query("SELECT name FROM registration WHERE event_id = ?::uuid AND name <> '' ORDER BY name", event)
                .stream()
                .map(row -> String.valueOf(row.get("name")))
                .toList();
    }

    private static void arrived(Registrations.Made made) {
        Sql.execute("UPDATE registration SET status = 'CHECKED_IN' WHERE id = ?::uuid", made.id());
    }

    @Test
    void everyPurposeEndsAtItsOwnDateAndFiguresStay() {
        Map<String, Integer> days =
                Map.of("BUILDING_ACCESS", 1, "ORGANISATION", 10, "ATTENDANCE", 30, "FOLLOW_UPS", 50);
        Map<Integer, List<String>> left = Map.of(
                5, List.of("Came", "Follows", "Neither"),
                20, List.of("Came", "Follows"),
                40, List.of("Follows"),
                60, List.of());
        left.forEach((daysAgo, expected) -> {
            String event = ended(daysAgo, days);
            arrived(somebody(event, "Came", false));
            somebody(event, "Follows", true);
            somebody(event, "Neither", false);
            sweep();
            assertThat(names(event)).as("%d days after", daysAgo).isEqualTo(expected);
            Api.anonymous()
                    .get("/v1/events/{id}/capacity", event)
                    .then()
                    .statusCode(200)
                    .body("total.taken", equalTo(3));
            manager()
                    .get("/v1/events/{id}/retention", event)
                    .then()
                    .statusCode(200)
                    .body("regime", equalTo("GDPR"))
                    .body("controller", equalTo("The host"))
                    .body("people", equalTo(expected.size()))
                    .body("erased", equalTo(3 - expected.size()));
        });
    }

    @Test
    void whatIsLeftOfAPersonIsACategoryAStateAndTheWordingAgreedTo() {
        String event = ended(800, Map.of());
        Registrations.Made made = somebody(event, "Gone", true);
        sweep();
        assertThat(Sql.query("SELECT * FROM registration WHERE id = ?::uuid", made.id()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row)
                            .containsEntry("name", "")
                            .containsEntry("address", "")
                            .containsEntry("organisation", null)
                            .containsEntry("category", "EXPERT")
                            .containsEntry("status", "CONFIRMED");
                    assertThat(String.valueOf(row.get("address_hash"))).startsWith("erased:");
                    assertThat(String.valueOf(row.get("consent")))
                            .contains("2023-1")
                            .contains("\"followUps\": false");
                });
        assertThat(manager()
                        .accept("text/csv")
                        .get("/v1/events/{id}/registrations", event)
                        .asString())
                .doesNotContain("Gone", "EXPERT");
        manager().get("/v1/events/{id}/door-list", event).then().statusCode(200);
    }

    @Test
    @Tag("E23")
    void buildingAccessGoesFirstAndForWhoeverWithdrewAtOnce() {
        String over = ended(2, Map.of());
        String toCome = ended(-30, Map.of());
        Registrations.Made past = somebody(over, "Past", true);
        Registrations.Made coming = somebody(toCome, "Coming", true);
        Registrations.Made withdrawn = somebody(toCome, "Withdrawn", true);
        List.of(past, coming, withdrawn).forEach(RetentionTest::giveAccess);
        assertThat(Registrations.withdraw(withdrawn).statusCode()).isEqualTo(200);
        sweep();
        assertThat(held(past)).isZero();
        assertThat(held(withdrawn)).isZero();
        assertThat(held(coming)).isEqualTo(1);
        assertThat(names(over)).containsExactly("Past");
    }

    @Test
    @Tag("E23")
    void aVisitorsBuildingAccessGoesAfterTheDayTheyCameForAndWaitsForNoFollowUp() {
        String event = ended(5, Map.of());
        String parent = Programme.session(event, "m1", Map.of()).id();
        Registrations.Made visitor = somebody(event, "Visitor", true);
        Registrations.Made follower = atFollowUp(event, parent, "f1", TODAY.plusDays(20));
        Registrations.Made yesterday = atFollowUp(event, parent, "f2", TODAY.minusDays(4));
        Registrations.Made calledOff = atFollowUp(event, parent, "f3", TODAY.plusDays(20));
        Sql.execute("UPDATE session SET status = 'CANCELLED' WHERE event_id = ?::uuid AND key = 'f3'", event);
        List.of(visitor, follower, yesterday, calledOff).forEach(RetentionTest::giveAccess);
        sweep();
        assertThat(held(visitor)).isZero();
        assertThat(held(follower)).isEqualTo(1);
        assertThat(held(yesterday)).isZero();
        assertThat(held(calledOff)).isZero();
        assertThat(names(event))
                .as("the rest is kept until the last follow-up is over")
                .contains("Visitor");
    }

    private static Registrations.Made atFollowUp(String event, String parent, String key, LocalDate day) {
        String followUp = manager()
                .body(Map.of("key", key, "title", Programme.text("It goes on"), "startsLocal", day + "T10:00:00"))
                .post("/v1/sessions/{id}/follow-ups", parent)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        return register(
                event,
                Map.of(
                        "followUpId",
                        followUp,
                        "consent",
                        Map.of("wording", "2023-1", "participantList", true, "followUps", true)));
    }

    private static void giveAccess(Registrations.Made made) {
        Sql.execute(
                "INSERT INTO building_access (registration_id, key_id, sealed, version) VALUES (?::uuid, 'k', '\\x00', 1)",
                made.id());
    }

    @Test
    @Tag("E13")
    @Tag("E14")
    void whoVotedAndWhoGaveFeedbackIsForgottenWithTheLastOfThemAndTheCountsStay() {
        Map<String, Integer> days = Map.of("ORGANISATION", 1, "ATTENDANCE", 30, "FOLLOW_UPS", 30);
        for (int daysAgo : new int[] {20, 40}) {
            String event = ended(daysAgo, days);
            String session = Programme.session(event, "m1", Map.of()).id();
            Registrations.Made voter = somebody(event, "Voter", true);
            Api.anonymous()
                    .contentType("application/json")
                    .header("Registration-Token", voter.token())
                    .body(Map.of("scores", Map.of("OVERALL", 4)))
                    .post("/v1/sessions/{id}/feedback", session)
                    .then()
                    .statusCode(204);
            String question = "/v1/sessions/%s/questions/%s".formatted(session, QuestionsApiTest.ask(session, "Why?"));
            QuestionsApiTest.step(question, "approve", Map.of());
            Api.anonymous()
                    .contentType("application/json")
                    .header("Registration-Token", voter.token())
                    .post(question + ":upvote")
                    .then()
                    .statusCode(200);
            sweep();
            assertThat(Sql.count("""
                            SELECT (SELECT count(*) FROM feedback_giver WHERE session_id = ?::uuid)
                                 + (SELECT count(*) FROM question_vote v JOIN question q ON q.id = v.question_id
                                    WHERE q.session_id = ?::uuid)""", session, session))
                    .as("%d days after", daysAgo)
                    .isEqualTo(daysAgo > 30 ? 0 : 2);
            manager().get(question).then().body("votes", equalTo(1));
            Api.as("rapporteur")
                    .get("/v1/sessions/{id}/feedback", session)
                    .then()
                    .body("answers", equalTo(1));
        }
    }

    private static long held(Registrations.Made made) {
        return Sql.count("SELECT count(*) FROM building_access WHERE registration_id = ?::uuid", made.id());
    }

    @Test
    void twoReplicasAtOnceDeleteAndRecordEverythingOnce() {
        String event = ended(800, Map.of());
        for (int i = 0; i < 5; i++) {
            somebody(event, "Person " + i, false);
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int replica = 0; replica < 3; replica++) {
                threads.submit(RetentionTest::sweep);
            }
        }
        assertThat(names(event)).isEmpty();
        assertThat(Sql.count(
                        "SELECT sum(people) FROM event_retention WHERE event_id = ?::uuid AND purpose = 'PERSON'",
                        event))
                .isEqualTo(5);
    }
}
