package eu.mpf.events.registration;

import static eu.mpf.events.Programme.etagOf;
import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.registration.Registrations.register;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.Programme.Made;
import eu.mpf.events.calendar.Calendars;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.quarkus.arc.Arc;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A session that changes alone is told to those who registered for it, once, and to nobody else. */
@MpfTest
@Tag("E22")
class SessionNewsTest {
    private static final Map<String, Object> TO_COME =
            Map.of("startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00");

    @Test
    @Tag("E6")
    void aFollowUpThatMovesOrIsCancelledIsToldToItsRegistrantsOnceWithACalendar() throws Exception {
        Made event = publishedEvent(TO_COME);
        Made parent = session(event.id(), "m4", Map.of());
        Registrations.Made ofTheDay =
                register(event.id(), Map.of("address", "day-" + event.id() + "@example.org", "language", "de"));
        String followUp = manager()
                .body(Map.of(
                        "key", "follow-up-1",
                        "title", text("Further session"),
                        "startsLocal", "2099-10-30T10:00:00",
                        "endsLocal", "2099-10-30T12:00:00"))
                .post("/v1/sessions/{id}/follow-ups", parent.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        assertThat(Mailbox.await(message -> message.to().contains("day-" + event.id() + "@example.org")
                                && message.subject().startsWith("Einladung"))
                        .text())
                .contains("Further session", "30. Oktober 2099", followUp);
        Registrations.Made going =
                register(event.id(), Map.of("address", "going-" + event.id() + "@example.org", "followUpId", followUp));

        patch(followUp, "{\"startsLocal\":\"2099-10-31T10:00:00\",\"endsLocal\":\"2099-10-31T12:00:00\"}");
        patch(followUp, "{\"feedbackNote\":{\"en\":\"is no matter of calendars\"}}");
        announce();
        assertThat(letters(going)).hasSize(2).last().asString().startsWith("moved/" + followUp);
        assertThat(letters(ofTheDay)).containsExactly("confirmed");
        Calendars.Entry moved = attached(event.id(), "Changed", "PUBLISH", followUp);

        manager()
                .header("If-Match", etagOf("/v1/sessions/" + followUp))
                .body(Map.of("reason", "Nothing is left to discuss."))
                .post("/v1/sessions/{id}:cancel", followUp)
                .then()
                .statusCode(200);
        announce();
        assertThat(letters(going)).hasSize(3).last().asString().startsWith("cancelled/" + followUp);
        assertThat(letters(ofTheDay)).containsExactly("confirmed");
        Calendars.Entry gone = attached(event.id(), "Cancelled", "CANCEL", followUp);
        assertThat(gone.sequence()).isGreaterThan(moved.sequence());
        assertThat(gone.status()).isEqualTo("CANCELLED");
    }

    @Test
    @Tag("E6")
    @Tag("E10")
    void aFollowUpWithoutAnEndIsToComeAndHasNoneInCalendars() throws Exception {
        Made event = publishedEvent(Map.of());
        Made parent = session(event.id(), "m4", Map.of());
        String followUp = manager()
                .body(Map.of(
                        "key", "follow-up-1",
                        "title", text("Further session"),
                        "startsLocal", "2099-10-30T10:00:00"))
                .post("/v1/sessions/{id}/follow-ups", parent.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Registrations.Made going =
                register(event.id(), Map.of("address", "going-" + event.id() + "@example.org", "followUpId", followUp));
        assertThat(letters(going)).containsExactly("confirmed");
        Calendars.Entry confirmed = attached(event.id(), "Confirmed", "PUBLISH", followUp);
        assertThat(confirmed.starts()).isEqualTo(Instant.parse("2099-10-30T09:00:00Z"));
        assertThat(confirmed.ends()).isNull();

        patch(followUp, "{\"startsLocal\":\"2099-10-31T10:00:00\"}");
        announce();
        assertThat(letters(going)).hasSize(2).last().asString().startsWith("moved/" + followUp);
        assertThat(Calendars.biweekly(Api.anonymous().accept("text/calendar").get("/v1/events/{id}", event.id()))
                        .withUid(followUp)
                        .ends())
                .isNull();
    }

    @Test
    void aSessionOfTheDayIsToldToThoseWhoChoseIt() throws Exception {
        Made event = publishedEvent(TO_COME);
        Map<String, Object> times =
                Map.of("startsLocal", "2099-09-21T14:00:00", "endsLocal", "2099-09-21T15:00:00", "capacity", 1);
        Made chosen = session(event.id(), "a1", times);
        Made other = session(event.id(), "a2", times);
        Registrations.Made seated = register(event.id(), Map.of("sessions", List.of(chosen.id())));
        Registrations.Made inLine = register(event.id(), Map.of("sessions", List.of(chosen.id())));
        Registrations.Made elsewhere = register(event.id(), Map.of("sessions", List.of(other.id())));
        Registrations.Made wholeDay = register(event.id(), Map.of());

        patch(chosen.id(), "{\"startsLocal\":\"2099-09-21T15:00:00\",\"endsLocal\":\"2099-09-21T16:00:00\"}");
        announce();

        assertThat(letters(seated)).hasSize(2).last().asString().startsWith("moved/" + chosen.id());
        assertThat(letters(inLine)).hasSize(2).last().asString().startsWith("moved/" + chosen.id());
        assertThat(letters(elsewhere)).containsExactly("confirmed");
        assertThat(letters(wholeDay)).containsExactly("confirmed");
    }

    private static void patch(String session, String changes) {
        manager()
                .contentType("application/merge-patch+json")
                .header("If-Match", etagOf("/v1/sessions/" + session))
                .body(changes)
                .patch("/v1/sessions/{id}", session)
                .then()
                .statusCode(200);
    }

    /** As several instances would. */
    private static void announce() {
        AnnouncementService service =
                Arc.container().instance(AnnouncementService.class).get();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int replica = 0; replica < 3; replica++) {
                threads.submit(service::tellNext);
            }
        }
        boolean more;
        do {
            more = service.tellNext();
        } while (more);
    }

    private static List<String> letters(Registrations.Made made) {
        return Sql.query(
                        "SELECT substr(dedup_key, 51) AS occasion FROM mail_outbox WHERE dedup_key LIKE ? ORDER BY queued_at, id",
                        "registration/" + made.id() + "/%")
                .stream()
                .map(row -> String.valueOf(row.get("occasion")))
                .toList();
    }

    private static Calendars.Entry attached(String event, String subject, String method, String uid) {
        Mailbox.Message message = Mailbox.await(mail -> mail.to().contains("going-" + event + "@example.org")
                && mail.subject().startsWith(subject));
        Calendars.Read read =
                Calendars.biweekly(message.attachments().getFirst().bytes());
        assertThat(read.method()).isEqualTo(method);
        return read.withUid(uid);
    }
}
