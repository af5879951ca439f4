package eu.mpf.events.calendar;

import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.registration.Registrations.register;
import static eu.mpf.events.registration.Registrations.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.Programme.Made;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.PublishedEvent;
import eu.mpf.testkit.Sql;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A calendar that was told of something follows only what comes with a higher SEQUENCE. */
@MpfTest
@Tag("E10")
class CalendarSequenceTest {
    private static final Map<String, Object> TO_COME =
            Map.of("startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00");

    private static Calendars.Entry attached(String address, String subject, String name, String method, String uid) {
        Mailbox.Message letter = Mailbox.await(message -> message.to().contains(address)
                && message.subject().startsWith(subject)
                && message.text().contains(name));
        Calendars.Read file = Calendars.biweekly(letter.attachments().getFirst().bytes());
        assertThat(file.method()).isEqualTo(method);
        return file.withUid(uid);
    }

    private static Calendars.Entry feed(Registrations.Made made, String uid) {
        return Calendars.biweekly(Api.anonymous()
                        .accept("text/calendar")
                        .header("Registration-Token", made.token())
                        .get("/v1/registrations/{id}/calendar", made.id()))
                .withUid(uid);
    }

    @Test
    @Tag("E4")
    void whoeverComesGoesAndComesAgainIsBelievedEachTime() {
        String event = publishedEvent(TO_COME).id();
        String address = "again-" + UUID.randomUUID() + "@example.org";
        int last = -1;
        for (String name : List.of("Ana First", "Ana Second", "Ana Third")) {
            Registrations.Made made = register(event, Map.of("address", address, "name", name));
            Calendars.Entry added = attached(address, "Confirmed", name, "PUBLISH", event);
            assertThat(added.sequence()).as(name).isGreaterThan(last);
            assertThat(feed(made, event)).satisfies(entry -> {
                assertThat(entry.sequence()).isEqualTo(added.sequence());
                assertThat(entry.status()).isNotEqualTo("CANCELLED");
            });
            assertThat(withdraw(made).statusCode()).isEqualTo(200);
            Calendars.Entry removed = attached(address, "Withdrawn", name, "CANCEL", event);
            assertThat(removed.sequence()).as(name).isGreaterThan(added.sequence());
            assertThat(feed(made, event)).satisfies(entry -> {
                assertThat(entry.sequence()).isEqualTo(removed.sequence());
                assertThat(entry.status()).isEqualTo("CANCELLED");
            });
            last = removed.sequence();
        }
        // Of the event as such all this is no news.
        assertThat(Calendars.biweekly(Api.anonymous().accept("text/calendar").get("/v1/events/{id}", event))
                        .withUid(event)
                        .sequence())
                .isZero();
    }

    @Test
    @Tag("E5")
    void whoWaitedForTheEventIsBelievedOnceThereIsASeat() {
        String event = publishedEvent(
                        Map.of("capacity", 1, "startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00"))
                .id();
        Registrations.Made first = register(event, Map.of());
        Registrations.Made second = register(event, Map.of());
        Calendars.Entry waiting = feed(second, event);
        assertThat(waiting.status()).isEqualTo("CANCELLED");
        assertThat(withdraw(first).statusCode()).isEqualTo(200);
        assertThat(feed(second, event).sequence()).isGreaterThan(waiting.sequence());
        assertThat(feed(second, event).status()).isNotEqualTo("CANCELLED");
    }

    @Test
    @Tag("E5")
    @Tag("E22")
    void aSeatInASessionThatWasWaitedForIsToldByLetterFeedAndFactOnce() {
        Made event = publishedEvent(TO_COME);
        Made panel = session(
                event.id(),
                "m1",
                Map.of("capacity", 1, "startsLocal", "2099-09-21T10:00:00", "endsLocal", "2099-09-21T11:00:00"));
        String address = "waits-" + event.id() + "@example.org";
        Registrations.Made first = register(event.id(), Map.of("sessions", List.of(panel.id())));
        Registrations.Made second =
                register(event.id(), Map.of("address", address, "language", "de", "sessions", List.of(panel.id())));
        Calendars.Entry waiting = feed(second, panel.id());
        assertThat(waiting.status()).isEqualTo("CANCELLED");
        String seen = Registrations.read(second).header("ETag");

        assertThat(withdraw(first).statusCode()).isEqualTo(200);

        Calendars.Entry seat = attached(address, "Ein Platz in einer Sitzung", "m1", "PUBLISH", panel.id());
        assertThat(seat.sequence()).isGreaterThan(waiting.sequence());
        assertThat(feed(second, panel.id())).satisfies(entry -> {
            assertThat(entry.sequence()).isEqualTo(seat.sequence());
            assertThat(entry.status()).isNotEqualTo("CANCELLED");
        });
        assertThat(Sql.query(
                        "SELECT substr(dedup_key, 51) AS occasion FROM mail_outbox WHERE dedup_key LIKE ? ORDER BY queued_at, id",
                        "registration/" + second.id() + "/%"))
                .extracting(row -> row.get("occasion"))
                .containsExactly("confirmed", "seated/" + panel.id());
        List<PublishedEvent> facts = new KafkaProbe()
                .awaitAll("mpf.events.registration.v1", fact -> second.id().equals(fact.key()), 2);
        facts.forEach(EventSchemas::validate);
        assertThat(facts).extracting(PublishedEvent::sequence).containsExactly(0L, 1L);
        assertThat(facts.getLast().type()).isEqualTo("eu.mpf.events.registration.promoted.v1");
        assertThat(facts.getLast().data().get("sessions").get(0).asText()).isEqualTo(panel.id());
        Api.anonymous()
                .header("Registration-Token", second.token())
                .header("If-None-Match", seen)
                .get("/v1/registrations/{id}", second.id())
                .then()
                .statusCode(200);
    }
}
