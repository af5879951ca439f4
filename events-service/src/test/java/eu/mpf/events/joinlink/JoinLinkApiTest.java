package eu.mpf.events.joinlink;

import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.registration.Registrations.register;
import static eu.mpf.events.registration.Registrations.withdraw;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.response.Response;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E8")
class JoinLinkApiTest {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss");

    private static Response set(String session, String version, Map<String, Object> link) {
        return manager().header("If-Match", version).body(link).put("/v1/sessions/{id}/join-link", session);
    }

    private static Response read(String session, Registrations.Made made) {
        return Api.anonymous().header("Registration-Token", made.token()).get("/v1/sessions/{id}/join-link", session);
    }

    /** Starts in an hour, by the clocks in Brussels. */
    private static String online(String event, String key) {
        LocalDateTime soon = LocalDateTime.now(ZoneId.of("Europe/Brussels")).plusHours(1);
        return session(
                        event,
                        key,
                        Map.of(
                                "mode",
                                "ONLINE",
                                "capacity",
                                1,
                                "startsLocal",
                                LOCAL.format(soon),
                                "endsLocal",
                                LOCAL.format(soon.plusHours(1))))
                .id();
    }

    @Test
    void onlyWhoeverHasASeatGetsTheLinkAndNotBeforeItsTime() {
        String event = publishedEvent(Map.of()).id();
        String session = online(event, "panel");
        Registrations.Made seated = register(event, Map.of("sessions", List.of(session)));
        Registrations.Made waiting = register(event, Map.of("sessions", List.of(session)));
        read(session, seated).then().statusCode(404);
        set(session, "\"0\"", Map.of("url", "https://meet.example.org/r/1", "minutesBefore", 15))
                .then()
                .statusCode(200);
        read(session, seated)
                .then()
                .statusCode(409)
                .body("code", equalTo("join-link-not-yet"))
                .body("detail", not(containsString("meet.example.org")));
        set(session, "\"1\"", Map.of("url", "https://meet.example.org/r/1", "minutesBefore", 90))
                .then()
                .statusCode(200);
        read(session, seated).then().statusCode(200).body("url", equalTo("https://meet.example.org/r/1"));
        read(session, waiting).then().statusCode(404);
        Api.anonymous().get("/v1/sessions/{id}/join-link", session).then().statusCode(404);
        Api.as("rapporteur").get("/v1/sessions/{id}/join-link", session).then().statusCode(404);
        withdraw(seated).then().statusCode(200);
        read(session, seated).then().statusCode(404);
        read(session, waiting).then().statusCode(200);
    }

    @Test
    void whoRegisteredForTheDayGetsTheLinkOnlyWhereSeatsAreNotCounted() {
        String event = publishedEvent(Map.of()).id();
        String full = online(event, "full");
        LocalDateTime soon = LocalDateTime.now(ZoneId.of("Europe/Brussels")).plusHours(1);
        String open = session(event, "open", Map.of("mode", "ONLINE", "startsLocal", LOCAL.format(soon)))
                .id();
        for (String session : List.of(full, open)) {
            set(session, "\"0\"", Map.of("url", "https://meet.example.org/r/5", "minutesBefore", 90))
                    .then()
                    .statusCode(200);
        }
        Registrations.Made seated = register(event, Map.of("sessions", List.of(full)));
        Registrations.Made wholeDay = register(event, Map.of());
        read(full, seated).then().statusCode(200);
        read(full, wholeDay).then().statusCode(404);
        read(open, wholeDay).then().statusCode(200);
    }

    @Test
    void onceTheSessionIsOverTheLinkIsGivenOutNoMore() {
        String event = publishedEvent(Map.of()).id();
        String past = session(
                        event,
                        "past",
                        Map.of(
                                "mode",
                                "HYBRID",
                                "startsLocal",
                                "2023-09-21T10:00:00",
                                "endsLocal",
                                "2023-09-21T11:00:00"))
                .id();
        set(past, "\"0\"", Map.of("url", "https://meet.example.org/r/2", "minutesBefore", 15))
                .then()
                .statusCode(200);
        read(past, register(event, Map.of())).then().statusCode(409);
        manager().get("/v1/sessions/{id}/join-link", past).then().statusCode(200);
    }

    @Test
    @Tag("E6")
    void aFollowUpWithoutAnEndIsJoinedUntilItsDayIsOverLongAfterTheEventWas() {
        String event = publishedEvent(Map.of()).id();
        String parent = session(event, "m4", Map.of()).id();
        ZoneId brussels = ZoneId.of("Europe/Brussels");
        LocalDateTime today = LocalDateTime.now(brussels).truncatedTo(ChronoUnit.SECONDS);
        String now = followUp(parent, "f1", today);
        String yesterday = followUp(parent, "f2", today.minusDays(1));
        for (String session : List.of(now, yesterday)) {
            set(session, "\"0\"", Map.of("url", "https://meet.example.org/r/4", "minutesBefore", 15))
                    .then()
                    .statusCode(200);
        }
        String midnight = today.toLocalDate()
                .plusDays(1)
                .atStartOfDay(brussels)
                .toInstant()
                .toString();
        read(now, register(event, Map.of("followUpId", now)))
                .then()
                .statusCode(200)
                .body("endsAt", equalTo(midnight.replace("Z", ".000Z")));
        read(yesterday, register(event, Map.of("followUpId", yesterday))).then().statusCode(409);
    }

    private static String followUp(String parent, String key, LocalDateTime starts) {
        return manager()
                .body(Map.of("key", key, "title", text("It goes on"), "startsLocal", LOCAL.format(starts)))
                .post("/v1/sessions/{id}/follow-ups", parent)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aRoomHasNoLinkAndALinkIsSafe() {
        String event = publishedEvent(Map.of()).id();
        String room = session(event, "room", Map.of()).id();
        set(room, "\"0\"", Map.of("url", "https://meet.example.org/r/3", "minutesBefore", 15))
                .then()
                .statusCode(409);
        String session = online(event, "panel");
        for (String url : List.of("http://meet.example.org", "javascript:alert(1)", "https://")) {
            set(session, "\"0\"", Map.of("url", url, "minutesBefore", 15))
                    .then()
                    .statusCode(400)
                    .body("errors[0].pointer", equalTo("/url"));
        }
    }
}
