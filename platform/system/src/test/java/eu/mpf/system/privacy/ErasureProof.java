package eu.mpf.system.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.system.client.Eventually;
import eu.mpf.system.client.Platform;
import eu.mpf.system.client.Session;
import eu.mpf.testkit.Mailbox.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Puts a marked person into every part of a running platform, exports and erases them, and then looks through all columns
 * of all databases, the mails that wait or were sent among them, and all records of all topics. What it still finds must
 * stand in one of the columns listed here, and the register of personal data must say why it is kept.
 */
public final class ErasureProof {

    private static final List<String> SERVICES = List.of("projects", "events", "calls", "gateway");

    /** Goes within a day; a repeated request must not be carried out twice. */
    private static final String ANSWERS = "idempotent_answer.body";

    /**
     * The columns in which the marked person may still be, and nothing else; of each the register says why it is kept. The
     * person spoke at a public event and sat on a committee.
     */
    private static final Map<String, Set<String>> KEPT = Map.of(
            "projects",
            Set.of(ANSWERS),
            "events",
            Set.of(ANSWERS, "contribution.name", "person.name", "person.search_key", "programme_version.programme"),
            "calls",
            Set.of(ANSWERS, "audit_entry.after", "committee_meeting.members"),
            "gateway",
            Set.of(ANSWERS));

    /** What the trail may say of the person: that they were given a seat, and by whom. */
    private static final Set<String> TOLD_BY_THE_TRAIL = Set.of("committee-meeting.member");

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Platform platform;
    private final Session officer;
    private final int port;
    private final Mark mark = Mark.random();
    private long told;

    /** @param port of the gateway; PostgreSQL and the broker listen where the local stack has them */
    public ErasureProof(Platform platform, int port) {
        this.platform = platform;
        this.officer = platform.as("data-protection-officer");
        this.port = port;
    }

    public void show() throws SQLException, ExecutionException, InterruptedException, IOException {
        MarkedPerson person = new MarkedPerson(platform, mark);
        person.appears();
        int taken = person.taken();
        assertThat(taken).as("the marked person's place").isPositive();
        told = mailsHaveLeft();
        assertThat(inDatabases().get("events"))
                .as("negative control: the scan finds what is there")
                .contains("registration.name", "registration.address", "invitation.address")
                .contains("mail_outbox.recipient", "mail_outbox.body");
        assertThat(inDatabases().get("calls")).contains("application_contact.address", "committee_meeting.members");
        assertThat(inDatabases().get("projects")).contains("reporting_plan.contact");
        assertThat(inDatabases().get("gateway")).contains("webhook.contact", "api_client.contact");

        exported();
        Instant asked = Instant.now();
        JsonNode erased = complete("ERASURE");
        assertThat(Duration.between(asked, Instant.now())).as("E-34").isLessThan(LIMIT);
        assertThat(counts(erased, "events").path("registrations").asInt()).isEqualTo(2);
        assertThat(counts(erased, "events").path("mails").asLong()).isGreaterThanOrEqualTo(told);
        assertThat(counts(erased, "calls").path("application-contacts").asInt()).isEqualTo(1);
        assertThat(kept(erased, "calls").path("committee-meetings").asInt())
                .as("found by the account, and kept")
                .isEqualTo(1);
        everythingHasLeft();

        inDatabases()
                .forEach((database, columns) -> assertThat(columns)
                        .as("columns of %s in which the erased person still is", database)
                        .isSubsetOf(KEPT.get(database))
                        .isSubsetOf(keptByTheRegister(database)));
        assertThat(new DatabaseScan(port + 5, "calls").told(mark))
                .as("entries of the trail that name the erased person")
                .isSubsetOf(TOLD_BY_THE_TRAIL)
                .contains("committee-meeting.member");
        TopicScan topics = new TopicScan(port + 6);
        assertThat(topics.find(mark)).as("topics").isEmpty();
        assertThat(topics.records()).as("records looked through").isGreaterThan(100);
        assertThat(person.taken()).as("the figure stays").isEqualTo(taken);
        assertThat(counts(complete("EXPORT"), "events").path("registrations").asInt())
                .as("a second export finds nothing")
                .isZero();
    }

    /**
     * Once the platform has stopped: the person was written to before the erasure and never after it, and nobody else was
     * ever written of them.
     */
    public void mails(List<Message> mails) {
        assertThat(mails)
                .filteredOn(mail -> mail.to().contains(mark.address()))
                .as("mails that really arrived at the mail server")
                .hasSize(Math.toIntExact(told))
                .anyMatch(mail -> mark.isIn(mail.text()));
        assertThat(mails)
                .filteredOn(mail -> !mail.to().contains(mark.address()))
                .noneMatch(mail -> mark.isIn(mail.subject())
                        || mark.isIn(mail.text())
                        || mail.attachments().stream().anyMatch(attached -> mark.isIn(attached.bytes())));
    }

    private void exported() throws IOException {
        JsonNode export = complete("EXPORT");
        byte[] zip = officer.get(
                        "/v1/data-subject-requests/" + export.path("id").asText() + "/archive", "application/zip")
                .expect(200)
                .body();
        Set<String> told = new TreeSet<>();
        try (ZipInputStream files = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry file = files.getNextEntry(); file != null; file = files.getNextEntry()) {
                if (mark.isIn(files.readAllBytes())) {
                    told.add(file.getName());
                }
            }
        }
        assertThat(told)
                .as("every service tells what it holds, and nothing else names the person")
                .containsExactly("calls.json", "events.json", "gateway.json", "projects.json");
    }

    private JsonNode complete(String kind) {
        ObjectNode body = Session.object(
                it -> it.put("kind", kind).put("address", mark.address()).put("account", mark.letters()));
        String id = officer.post("/v1/data-subject-requests", body).expect(201).id();
        return Eventually.see(
                kind + " is complete",
                () -> officer.get("/v1/data-subject-requests/" + id).expect(200).json(),
                request -> request.path("state").asText().equals("COMPLETED"));
    }

    private static JsonNode counts(JsonNode request, String service) {
        return answer(request, service).path("counts");
    }

    private static JsonNode kept(JsonNode request, String service) {
        return answer(request, service).path("kept");
    }

    private static JsonNode answer(JsonNode request, String service) {
        for (JsonNode answer : request.path("answers")) {
            if (answer.path("service").asText().equals(service)) {
                return answer;
            }
        }
        throw new AssertionError(service + " has not answered: " + request);
    }

    private Map<String, Set<String>> inDatabases() throws SQLException {
        Map<String, Set<String>> found = new TreeMap<>();
        for (String service : SERVICES) {
            found.put(service, new DatabaseScan(port + 5, service).find(mark));
        }
        return found;
    }

    /** Columns of which the register says why an erasure leaves them. */
    private Set<String> keptByTheRegister(String service) {
        Set<String> kept = new TreeSet<>();
        officer.get("/v1/admin/personal-data/" + service)
                .expect(200)
                .json()
                .path("fields")
                .forEach(field -> {
                    if (field.hasNonNull("keptBecause")) {
                        kept.add(field.path("column").asText());
                    }
                });
        return kept;
    }

    /** Events wait in the outboxes for a moment, and mails too. */
    private void everythingHasLeft() {
        for (String service : SERVICES) {
            empty("the outbox of " + service, new DatabaseScan(port + 5, service)::waiting);
            empty("the mails of " + service, new DatabaseScan(port + 5, service)::unsent);
        }
    }

    /** Waits for the mails to the person, and counts them. */
    private long mailsHaveLeft() throws SQLException {
        long sent = 0;
        for (String service : SERVICES) {
            DatabaseScan database = new DatabaseScan(port + 5, service);
            empty("the mails of " + service, database::unsent);
            sent += database.sent(mark.address());
        }
        assertThat(sent).as("mails sent to the marked person").isPositive();
        return sent;
    }

    @FunctionalInterface
    private interface Count {
        long read() throws SQLException;
    }

    private static void empty(String what, Count count) {
        Eventually.see(
                what + ": none waits",
                () -> {
                    try {
                        return count.read();
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                },
                waiting -> waiting == 0);
    }
}
