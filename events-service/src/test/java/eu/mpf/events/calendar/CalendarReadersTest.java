package eu.mpf.events.calendar;

import static eu.mpf.events.Programme.manager;
import static eu.mpf.events.Programme.publishedEvent;
import static eu.mpf.events.Programme.session;
import static eu.mpf.events.Programme.text;
import static eu.mpf.events.registration.Registrations.register;
import static eu.mpf.events.registration.Registrations.withdraw;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.Programme.Made;
import eu.mpf.events.registration.Registrations;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What the service gives out, read by ical.js as well as by biweekly: both must understand the same. The files stay in
 * {@code target/calendars}.
 */
@MpfTest
@Tag("E10")
class CalendarReadersTest {
    private static final Path FILES = Path.of("target/calendars");

    @BeforeEach
    void needsNode() {
        if (!IcalJs.nodeIsThere()) {
            Log.warn("node and npm are not installed here: no calendar file is read by ical.js");
        }
        assumeTrue(IcalJs.nodeIsThere(), "node and npm are not installed here");
    }

    /** By both, which agree. */
    private static Calendars.Read read(String name, byte[] file) throws IOException, InterruptedException {
        Files.createDirectories(FILES);
        Path stored = Files.write(FILES.resolve(name + ".ics"), file);
        Calendars.Read java = Calendars.biweekly(file);
        JsonNode javascript = IcalJs.read(Files.readAllBytes(stored));
        assertThat(javascript.path("method").asText()).isEqualTo(java.method());
        assertThat(javascript.path("events")).hasSize(java.events().size());
        for (JsonNode event : javascript.path("events")) {
            Calendars.Entry entry = java.withUid(event.path("uid").asText());
            assertThat(event.path("sequence").asInt()).isEqualTo(entry.sequence());
            assertThat(event.path("summary").asText()).isEqualTo(entry.summary());
            assertThat(event.path("status").asText()).isEqualTo(entry.status());
            assertThat(event.path("zone").asText()).isEqualTo(entry.zone());
            assertThat(Instant.parse(event.path("starts").asText())).isEqualTo(entry.starts());
            if (entry.ends() != null) {
                assertThat(Instant.parse(event.path("ends").asText())).isEqualTo(entry.ends());
            }
        }
        return java;
    }

    private static byte[] feed(String path, String token) {
        return Api.anonymous()
                .accept("text/calendar")
                .header("Registration-Token", token)
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    @Test
    @Tag("E9")
    void aSeriesARegistrantsFeedAndACancellationAreReadAlikeByTwoLibraries() throws Exception {
        String key = "SERIES-" + UUID.randomUUID().toString().toUpperCase();
        String series = manager()
                .body(Map.of("key", key, "name", text("Exchange")))
                .post("/v1/event-series")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        Made summer = publishedEvent(
                Map.of("series", key, "startsLocal", "2099-09-21T09:00:00", "endsLocal", "2099-09-21T17:00:00"));
        Made winter = publishedEvent(Map.of(
                "series",
                key,
                "timeZone",
                "Europe/Riga",
                "startsLocal",
                "2099-11-21T09:00:00",
                "endsLocal",
                "2099-11-21T17:00:00"));
        manager()
                .header("If-Match", winter.etag())
                .body(Map.of("reason", "Nobody can come."))
                .post("/v1/events/{id}:cancel", winter.id())
                .then()
                .statusCode(200);
        Calendars.Read all = read("series", feed("/v1/event-series/" + series, ""));
        assertThat(all.method()).isEqualTo("PUBLISH");
        assertThat(all.events()).extracting(Calendars.Entry::uid).containsExactly(winter.id(), summer.id());
        assertThat(all.withUid(winter.id()).status()).isEqualTo("CANCELLED");

        Made panel = session(summer.id(), "m1", Map.of("capacity", 1, "startsLocal", "2099-09-21T10:00:00"));
        String followUp = manager()
                .body(Map.of("key", "f1", "title", text("It goes on"), "startsLocal", "2099-10-30T10:00:00"))
                .post("/v1/sessions/{id}/follow-ups", panel.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String address = "leaves-" + summer.id() + "@example.org";
        Registrations.Made made = register(summer.id(), Map.of("address", address, "sessions", List.of(panel.id())));
        Calendars.Read own = read("registrant", feed("/v1/registrations/" + made.id() + "/calendar", made.token()));
        assertThat(own.events()).extracting(Calendars.Entry::uid).containsExactly(summer.id(), panel.id());
        Registrations.Made further = register(summer.id(), Map.of("followUpId", followUp));
        assertThat(read("follow-up", feed("/v1/registrations/" + further.id() + "/calendar", further.token()))
                        .withUid(followUp)
                        .ends())
                .isNull();

        withdraw(made).then().statusCode(200);
        Mailbox.Message letter = Mailbox.await(
                message -> message.to().contains(address) && message.subject().startsWith("Withdrawn"));
        Calendars.Read gone = read("cancelled", letter.attachments().getFirst().bytes());
        assertThat(gone.method()).isEqualTo("CANCEL");
        assertThat(gone.withUid(summer.id())).satisfies(entry -> {
            assertThat(entry.status()).isEqualTo("CANCELLED");
            assertThat(entry.sequence()).isGreaterThan(own.withUid(summer.id()).sequence());
        });
    }
}
