package eu.mpf.events.registration;

import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.registration.Registrations.register;
import static eu.mpf.events.registration.Registrations.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.Programme;
import eu.mpf.events.calendar.Calendars;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.quarkus.arc.Arc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("E22")
class RegistrationMailsTest {
    private static final Map<String, Object> TO_COME =
            Map.of("startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00");

    private static Programme.Made toCome(Map<String, Object> changes) {
        Map<String, Object> all = new HashMap<>(TO_COME);
        all.putAll(changes);
        return publishedEvent(all);
    }

    private static Registrations.Made somebody(String event, String who) {
        return register(event, Map.of("address", who + "-" + event + "@example.org"));
    }

    /** Occasions of the letters queued to somebody, in order. */
    private static List<String> letters(Registrations.Made made) {
        return Sql.query(
                        "SELECT substr(dedup_key, 51) AS occasion FROM mail_outbox WHERE dedup_key LIKE ? ORDER BY queued_at, id",
                        "registration/" + made.id() + "/%")
                .stream()
                .map(row -> String.valueOf(row.get("occasion")))
                .toList();
    }

    private static Mailbox.Message received(String event, String who, String subject) {
        return Mailbox.await(message -> message.to().contains(who + "-" + event + "@example.org")
                && message.subject().startsWith(subject));
    }

    private static Calendars.Entry attached(Mailbox.Message message, String method, String event) {
        assertThat(message.attachments()).singleElement().satisfies(file -> {
            assertThat(file.mediaType()).isEqualTo("text/calendar");
            assertThat(file.name()).isEqualTo("event.ics");
        });
        Calendars.Read read =
                Calendars.biweekly(message.attachments().getFirst().bytes());
        assertThat(read.method()).isEqualTo(method);
        return read.withUid(event);
    }

    private static void announce() {
        AnnouncementService service =
                Arc.container().instance(AnnouncementService.class).get();
        boolean more;
        do {
            more = service.tellNext();
        } while (more);
    }

    @Test
    void everyOccasionIsToldOnceAndSeatsComeWithACalendarFile() {
        String event = toCome(Map.of("capacity", 1)).id();
        Registrations.Made first = somebody(event, "first");
        Registrations.Made second = somebody(event, "second");
        assertThat(withdraw(first).statusCode()).isEqualTo(200);
        assertThat(letters(first)).containsExactly("confirmed", "withdrawn");
        assertThat(letters(second)).containsExactly("waiting", "promoted");
        int sequence = attached(received(event, "first", "Confirmed"), "PUBLISH", event)
                .sequence();
        Calendars.Entry gone = attached(received(event, "first", "Withdrawn"), "CANCEL", event);
        assertThat(gone.sequence()).isEqualTo(sequence + 1);
        assertThat(received(event, "second", "Waiting list").attachments()).isEmpty();
        assertThat(attached(received(event, "second", "A seat for you"), "PUBLISH", event)
                        .status())
                .isEqualTo("TENTATIVE");
    }

    @Test
    @Tag("E4")
    void whoWaitsForApprovalIsToldThatItWasReceivedAndWhatWasDecided() {
        String event = toCome(Map.of("registration", Map.of("approval", true))).id();
        Registrations.Made yes = somebody(event, "yes");
        Registrations.Made no = somebody(event, "no");
        decide(yes, "approve", "");
        decide(no, "reject", "{\"reason\":\"Not of the audience.\"}");
        assertThat(letters(yes)).containsExactly("received", "confirmed");
        assertThat(letters(no)).containsExactly("received", "rejected");
        assertThat(received(event, "no", "Not accepted").text()).contains("Not of the audience.");
    }

    private static void decide(Registrations.Made made, String verb, String body) {
        var request = manager().header("If-Match", Registrations.read(made).header("ETag"));
        (body.isEmpty() ? request : request.body(body))
                .post("/v1/registrations/" + made.id() + ":" + verb)
                .then()
                .statusCode(200);
    }

    @Test
    @Tag("E5")
    void anOfferThatLapsesIsToldToBothAndGoesOnInOrder() {
        String event = toCome(Map.of("capacity", 1, "registration", Map.of("promotion", "OFFER")))
                .id();
        Registrations.Made first = somebody(event, "first");
        Registrations.Made second = somebody(event, "second");
        Registrations.Made third = somebody(event, "third");
        assertThat(withdraw(first).statusCode()).isEqualTo(200);
        Sql.execute(
                "UPDATE registration SET offer_expires_at = now() - interval '1 s' WHERE id = ?::uuid", second.id());
        OfferSweep sweep = Arc.container().instance(OfferSweep.class).get();
        // Two replicas look at the same moment.
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.submit(sweep::sweep);
            threads.submit(sweep::sweep);
        }
        assertThat(letters(second)).containsExactly("waiting", "offered", "lapsed");
        assertThat(letters(third)).containsExactly("waiting", "offered");
        assertThat(received(event, "third", "A seat is offered").text()).contains("kept for you until");
    }

    @Test
    void movingAndCancellingTellsEverybodyOnceHoweverManyInstancesWork() throws Exception {
        Programme.Made event = toCome(Map.of("capacity", 2));
        Registrations.Made seated = somebody(event.id(), "seated");
        Registrations.Made other = somebody(event.id(), "other");
        Registrations.Made waiting = somebody(event.id(), "waiting");
        String etag = manager()
                .header("If-Match", event.etag())
                .body(Map.of(
                        "timeZone",
                        "Europe/Brussels",
                        "startsLocal",
                        "2099-10-30T10:00:00",
                        "endsLocal",
                        "2099-10-30T12:00:00",
                        "reason",
                        "The room is not free."))
                .post("/v1/events/{id}:reschedule", event.id())
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        assertThat(withdraw(other).statusCode()).isEqualTo(200);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int replica = 0; replica < 4; replica++) {
                threads.submit(RegistrationMailsTest::announce);
            }
        }
        announce();
        assertThat(letters(seated)).containsExactly("confirmed", "moved/1");
        // Who waited has the seat that was given back, and learns that it is at another time.
        assertThat(letters(waiting)).containsExactly("waiting", "promoted", "moved/1");
        assertThat(letters(other)).containsExactly("confirmed", "withdrawn");
        Mailbox.Message moved = received(event.id(), "seated", "Changed");
        assertThat(moved.text()).contains("October 30, 2099", "The room is not free.");
        assertThat(attached(moved, "PUBLISH", event.id()).sequence()).isEqualTo(1);

        manager()
                .header("If-Match", etag)
                .body(Map.of("reason", "Nobody can come."))
                .post("/v1/events/{id}:cancel", event.id())
                .then()
                .statusCode(200);
        announce();
        announce();
        assertThat(letters(seated)).containsExactly("confirmed", "moved/1", "cancelled/2");
        Calendars.Entry cancelled = attached(received(event.id(), "seated", "Cancelled"), "CANCEL", event.id());
        assertThat(cancelled.sequence()).isGreaterThanOrEqualTo(2);
        assertThat(cancelled.status()).isEqualTo("CANCELLED");
    }

    @Test
    void lettersAreInTheLanguageOfTheRegistrantOrElseInEnglish() {
        String event = toCome(Map.of()).id();
        for (String language : List.of("fr", "de", "lv")) {
            register(event, Map.of("address", language + "-" + event + "@example.org", "language", language));
        }
        assertThat(received(event, "fr", "Confirmée").text()).contains("Votre place", "21 septembre 2099");
        assertThat(received(event, "de", "Bestätigt").text()).contains("Ihr Platz", "21. September 2099");
        assertThat(received(event, "lv", "Confirmed").text()).contains("Your seat");
    }

    @Test
    void twoMovesInARowBeforeAnybodyWasToldAreToldOnce() {
        Programme.Made event = toCome(Map.of());
        Registrations.Made made = somebody(event.id(), "patient");
        String etag = event.etag();
        for (String day : List.of("2099-10-01", "2099-10-02")) {
            etag = move(event.id(), etag, day);
        }
        announce();
        assertThat(letters(made)).containsExactly("confirmed", "moved/2");
    }

    @Test
    void whoeverHadNotHeardOfTheFirstMoveHearsOfTheSecondOnly() {
        Programme.Made event = toCome(Map.of());
        Registrations.Made early = somebody(event.id(), "early");
        Registrations.Made late = somebody(event.id(), "late");
        String etag = move(event.id(), event.etag(), "2099-10-01");
        announce();
        // As if the second portion had still been to come.
        Sql.execute("DELETE FROM mail_outbox WHERE dedup_key LIKE ?", "registration/" + late.id() + "/moved%");
        Sql.execute("""
                UPDATE announcement SET done_at = NULL, told = 1, reached = ?::uuid WHERE event_id = ?::uuid
                """, early.id(), event.id());
        move(event.id(), etag, "2099-10-02");
        announce();
        assertThat(letters(early)).containsExactly("confirmed", "moved/1", "moved/2");
        assertThat(letters(late)).containsExactly("confirmed", "moved/2");
    }

    private static String move(String event, String etag, String day) {
        return manager()
                .header("If-Match", etag)
                .body(Map.of(
                        "timeZone",
                        "Europe/Brussels",
                        "startsLocal",
                        day + "T10:00:00",
                        "endsLocal",
                        day + "T12:00:00",
                        "reason",
                        "Again."))
                .post("/v1/events/{id}:reschedule", event)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    @Test
    void aLetterThatCouldNotLeaveBeforeTheEndNeverLeaves() {
        String event = toCome(Map.of()).id();
        Registrations.Made made = somebody(event, "late");
        assertThat(Sql.query(
                        "SELECT m.not_after = e.ends_at AS until_the_end FROM mail_outbox m, event e"
                                + " WHERE m.dedup_key = ? AND e.id = ?::uuid",
                        "registration/" + made.id() + "/confirmed",
                        event))
                .containsExactly(Map.of("until_the_end", true));
    }

    @Test
    void nobodyIsWrittenToAfterTheEnd() {
        Programme.Made past = publishedEvent(Map.of("capacity", 1));
        Registrations.Made first = register(past.id(), Map.of());
        Registrations.Made second = register(past.id(), Map.of());
        assertThat(withdraw(first).statusCode()).isEqualTo(200);
        manager()
                .header("If-Match", past.etag())
                .body(Map.of("reason", "It never was."))
                .post("/v1/events/{id}:cancel", past.id())
                .then()
                .statusCode(200);
        announce();
        assertThat(letters(first)).isEmpty();
        assertThat(letters(second)).isEmpty();
    }
}
