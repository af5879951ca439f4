package eu.mpf.events.feedback;

import static eu.mpf.events.Programme.event;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.events.Programme.Made;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E14")
class FeedbackApiTest {

    @Test
    void eachAttendeeAnswersOnceAndNobodySeesWhoSaidWhat() {
        Made event = event();
        Made panel = session(event.id(), "m4", Map.of());
        verb(event, "publish");
        List<Registrations.Made> audience = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            audience.add(Registrations.register(event.id(), Map.of()));
        }
        for (int i = 0; i < 4; i++) {
            give(panel, audience.get(i).token(), Map.of("scores", Map.of("OVERALL", 4), "text", "answer " + i))
                    .statusCode(204);
        }
        results(panel).body("answers", equalTo(4)).body("shown", equalTo(0)).body("comments", hasSize(0));
        give(panel, audience.getFirst().token(), Map.of("scores", Map.of("OVERALL", 1)))
                .statusCode(409)
                .body("code", equalTo("feedback-given"));
        give(panel, audience.get(4).token(), Map.of("scores", Map.of("OVERALL", 5, "DISCUSSION", 1)))
                .statusCode(204);

        results(panel)
                .body("answers", equalTo(5))
                .body("shown", equalTo(5))
                .body("scores[0].mean", equalTo(4.2f))
                .body("scores.find { it.criterion == 'DISCUSSION' }.answers", equalTo(1))
                .body("comments", hasSize(4));

        UUID id = UUID.fromString(panel.id());
        assertThat(Sql.count("SELECT count(*) FROM feedback_giver WHERE session_id = ?", id))
                .isEqualTo(5);
        // One row holds it all: there is no row, time or transaction per answer that could be laid beside a giver.
        assertThat(Sql.count("SELECT count(*) FROM session_feedback WHERE session_id = ?", id))
                .isEqualTo(1);
        assertThat(Sql.count("SELECT count(*) FROM information_schema.columns WHERE table_name IN ('feedback_giver',"
                        + " 'session_feedback') AND (data_type LIKE 'timestamp%' OR is_identity = 'YES')"))
                .isZero();
        assertThat(Sql.count("SELECT count(*) FROM audit_entry WHERE action LIKE 'feedback%'"))
                .isZero();
    }

    @Test
    void whoeverClicksTwiceAtOnceIsCountedOnce() throws Exception {
        Made event = event();
        Made panel = session(event.id(), "m4", Map.of());
        verb(event, "publish");
        String token = Registrations.register(event.id(), Map.of()).token();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> clicks = IntStream.range(0, 8)
                    .mapToObj(i -> (Callable<Integer>) () -> give(panel, token, Map.of("scores", Map.of("OVERALL", 3)))
                            .extract()
                            .statusCode())
                    .toList();
            List<Integer> answers = new ArrayList<>();
            for (var click : workers.invokeAll(clicks)) {
                answers.add(click.get());
            }
            assertThat(answers).containsOnly(204, 409).containsOnlyOnce(204);
        }
        results(panel).body("answers", equalTo(1));
    }

    @Test
    void feedbackIsForThoseWhoAttendWhileTheSessionIsOfTheDay() {
        Made event = event(Map.of("capacity", 1));
        Made panel = session(event.id(), "m4", Map.of());
        verb(event, "publish");
        Registrations.Made seated = Registrations.register(event.id(), Map.of());
        Registrations.Made waiting = Registrations.register(event.id(), Map.of());
        Map<String, Object> fine = Map.of("scores", Map.of("OVERALL", 3));
        give(panel, null, fine).statusCode(401);
        give(panel, waiting.token(), fine).statusCode(401);
        give(panel, seated.token(), Map.of()).statusCode(400).body("errors[0].pointer", equalTo("/text"));
        give(panel, seated.token(), Map.of("scores", Map.of("OVERALL", 6))).statusCode(400);
        give(panel, seated.token(), Map.of("scores", Map.of("BEAUTY", 3))).statusCode(400);
        Api.as("applicant-lv")
                .get("/v1/sessions/{id}/feedback", panel.id())
                .then()
                .statusCode(403);

        Made tomorrow = session(event.id(), "m5", Map.of("startsLocal", "2099-01-01T10:00:00"));
        give(tomorrow, seated.token(), fine).statusCode(409).body("code", equalTo("feedback-not-open"));
    }

    private static ValidatableResponse results(Made session) {
        return Api.as("rapporteur")
                .get("/v1/sessions/{id}/feedback", session.id())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse give(Made session, @Nullable String token, Map<String, ?> answer) {
        var request = Api.anonymous().contentType(ContentType.JSON).body(answer);
        if (token != null) {
            request.header("Registration-Token", token);
        }
        return request.post("/v1/sessions/{id}/feedback", session.id()).then();
    }
}
