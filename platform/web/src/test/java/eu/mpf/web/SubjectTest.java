package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.Address;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.Retention;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
@Tag("X12")
class SubjectTest {
    private static final String EXPORT = "eu.mpf.gateway.person.export-requested.v1";
    private static final String ERASURE = "eu.mpf.gateway.person.erasure-requested.v1";

    @Inject
    @Any
    Instance<EventListener> listeners;

    @Inject
    PersonHash hashes;

    @Inject
    Retention retention;

    @Inject
    Mailer mailer;

    @Inject
    Sql sql;

    @Inject
    ObjectMapper json;

    private String ana = "";

    @BeforeEach
    void twoPeople() {
        sql.update("TRUNCATE subject_request, retention_run, mail_outbox, outbox_event");
        sql.update("DELETE FROM note_author");
        ana = hashes.of(Address.of("ana@example.org"));
        author("ana@example.org", "2020-03-01");
        author("ana@example.org", "2026-03-01");
        author("ben@example.org", "2026-03-01");
        QuarkusTransaction.requiringNew().run(() -> mailer.queue(new Mail("Ana@Example.org ", "Hello", "Ana"), "a"));
    }

    private void author(String address, String since) {
        sql.update(
                "INSERT INTO note_author (person_hash, email, since) VALUES (?, ?, ?)",
                hashes.of(Address.of(address)),
                address,
                LocalDate.parse(since));
    }

    private void arrives(String type, UUID request, String hash) {
        var data = json.valueToTree(Map.of("requestId", request, "personHash", hash));
        var event = new IncomingEvent(
                UUID.randomUUID(),
                type,
                "/gateway",
                "mpf.gateway.person.v1",
                request.toString(),
                1,
                Instant.now(),
                null,
                data);
        var listener = listeners.stream()
                .filter(l -> l.types().contains(type))
                .findFirst()
                .orElseThrow();
        assertThat(listener.topics()).containsExactly("mpf.gateway.person.v1");
        QuarkusTransaction.requiringNew().run(() -> listener.on(event));
    }

    private static ValidatableResponse fetch(UUID request, String role) {
        return given().auth()
                .oauth2(TestTokens.of("dpo", role))
                .get("/v1/subject-exports/notes/" + request)
                .then();
    }

    private long answers() {
        return sql.first("SELECT count(*) FROM outbox_event", row -> row.getLong(1))
                .orElseThrow();
    }

    @Test
    void anExportHoldsEverythingOfThePersonAndOfNobodyElse() {
        var request = UUID.randomUUID();
        arrives(EXPORT, request, ana);
        fetch(request, "data-protection-officer")
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("service", equalTo("notes"))
                .body("records.authors.email", equalTo(List.of("ana@example.org", "ana@example.org")))
                .body("records.mails.text", equalTo(List.of("Ana")));
        fetch(request, "administrator").statusCode(403);
        fetch(UUID.randomUUID(), "data-protection-officer").statusCode(404);
    }

    @Test
    void theAnswerTellsNumbersAndNothingThatSaysWho() throws Exception {
        var request = UUID.randomUUID();
        arrives(EXPORT, request, ana);
        var event = sql.first("SELECT topic, type, aggregate_id, payload FROM outbox_event", row ->
                        new String[] {row.getString(1), row.getString(2), row.getString(3), row.getString(4)})
                .orElseThrow();
        assertThat(event[0]).isEqualTo("mpf.notes.person.v1");
        assertThat(event[1]).isEqualTo("eu.mpf.gateway.person.exported.v1");
        assertThat(event[2]).isEqualTo(request.toString());
        var data = json.readTree(event[3]);
        assertThat(data.path("personHash").asText()).isEqualTo(ana);
        assertThat(data.path("service").asText()).isEqualTo("notes");
        assertThat(data.path("counts").path("authors").asInt()).isEqualTo(2);
        assertThat(event[3]).doesNotContain("ana@", "Ana");
    }

    @Test
    void whatStandsUnderAnAccountIsToldAndKeptByTheRegisterAlone() {
        var account = "account-" + UUID.randomUUID();
        sql.update(
                "INSERT INTO parked_action (topic, aggregate_id, event_type, event_seq, reason, action, acted_by)"
                        + " VALUES ('topic', 'aggregate', 'type', 1, 'broken', 'DISCARD', ?)",
                account);
        var request = UUID.randomUUID();
        arrives(EXPORT, request, hashes.ofSubject(account));
        fetch(request, "data-protection-officer")
                .statusCode(200)
                .body("records.accounts.column", equalTo(List.of("parked_action.acted_by")))
                .body("records.accounts[0].record.topic", equalTo("topic"))
                .body("records.accounts[0].record.reason", nullValue());
        arrives(ERASURE, UUID.randomUUID(), hashes.ofSubject(account));
        assertThat(sql.first(
                        "SELECT payload->'kept'->>'accounts' FROM outbox_event WHERE type LIKE '%erased%'",
                        row -> row.getString(1)))
                .hasValue("1");
        assertThat(sql.list("SELECT acted_by FROM parked_action WHERE acted_by = ?", row -> row.getString(1), account))
                .hasSize(1);
    }

    @Test
    void otherNamesOfThePersonGoOutAsHashes() throws Exception {
        sql.update("UPDATE note_author SET account = 'ana' WHERE person_hash = ?", ana);
        for (var type : List.of(EXPORT, ERASURE)) {
            sql.update("DELETE FROM outbox_event");
            arrives(type, UUID.randomUUID(), ana);
            var payload = sql.first("SELECT payload FROM outbox_event", row -> row.getString(1))
                    .orElseThrow();
            assertThat(json.readTree(payload).path("alsoKnownAs"))
                    .singleElement()
                    .satisfies(name -> assertThat(name.asText()).isEqualTo(hashes.ofSubject("ana")));
        }
    }

    @Test
    void aRequestDeliveredTwiceIsAnsweredOnce() throws Exception {
        var request = UUID.randomUUID();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = List.of(
                    threads.submit(() -> arrives(ERASURE, request, ana)),
                    threads.submit(() -> arrives(ERASURE, request, ana)));
            for (var one : both) {
                one.get();
            }
        }
        arrives(ERASURE, request, ana);
        assertThat(answers()).isEqualTo(1);
    }

    @Test
    void anErasedPersonIsNowhereAndFiguresStay() {
        arrives(EXPORT, UUID.randomUUID(), ana);
        arrives(ERASURE, UUID.randomUUID(), ana);
        assertThat(sql.list("SELECT email FROM note_author ORDER BY email", row -> String.valueOf(row.getString(1))))
                .containsExactly("ben@example.org", "null", "null");
        assertThat(sql.list("SELECT recipient || subject || body FROM mail_outbox", row -> row.getString(1)))
                .containsExactly("");
        assertThat(sql.list("SELECT status FROM mail_outbox", row -> row.getString(1)))
                .as("it had not left, and never will")
                .containsExactly("FAILED");
        assertThat(sql.list("SELECT 1 FROM subject_request WHERE content IS NOT NULL", row -> 1))
                .as("exports made before")
                .isEmpty();
        assertThat(sql.first(
                        "SELECT payload->'counts'->>'authors' FROM outbox_event WHERE type LIKE '%erased%'",
                        row -> row.getString(1)))
                .hasValue("2");
    }

    @Test
    void aRequestThatNamesNobodyIsADeadLetter() {
        var data = json.createObjectNode();
        var listener = listeners.stream()
                .filter(l -> l.types().contains(EXPORT))
                .findFirst()
                .orElseThrow();
        var event = new IncomingEvent(UUID.randomUUID(), EXPORT, "/gateway", "t", "s", 1, Instant.now(), null, data);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> listener.on(event)))
                .isInstanceOf(PermanentFailure.class);
    }

    @Test
    void whatWasKeptLongEnoughIsLetGoOnceByWhicheverInstance() throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.submit(() -> retention.run(LocalDate.parse("2026-06-01")));
            threads.submit(() -> retention.run(LocalDate.parse("2026-06-01")));
        }
        assertThat(sql.list("SELECT since FROM note_author WHERE email IS NULL", row -> row.getString(1)))
                .containsExactly("2020-03-01");
        given().auth()
                .oauth2(TestTokens.of("dpo", "data-protection-officer"))
                .get("/v1/admin/personal-data/notes/retention")
                .then()
                .statusCode(200)
                .body("items.find { it.purpose == 'authorship' }.period", equalTo("P2Y"))
                .body("items.find { it.purpose == 'authorship' }.before", equalTo("2024-06-01"))
                .body("items.find { it.purpose == 'authorship' }.records", equalTo(1));
    }

    @Test
    void aSettledMailIsEmptiedAfterItsTimeAndItsKeyStays() {
        sql.update("UPDATE mail_outbox SET status = 'SENT', settled_at = now() - interval '91 days'");
        retention.run(LocalDate.now());
        assertThat(sql.list("SELECT recipient || body || dedup_key FROM mail_outbox", row -> row.getString(1)))
                .containsExactly("a");
    }

    @Test
    void theRegisterIsReadByThoseWhoAnswerForIt() {
        given().auth()
                .oauth2(TestTokens.of("dpo", "data-protection-officer"))
                .get("/v1/admin/personal-data/notes")
                .then()
                .statusCode(200)
                .body("fields.column", hasItem("mail_outbox.recipient"))
                .body("fields.findAll { it.column == 'note_author.email' }.purpose", hasSize(1))
                .body("notPersonal", hasItem("outbox_event.payload"));
        given().auth()
                .oauth2(TestTokens.of("x", "programme-officer"))
                .get("/v1/admin/personal-data/notes")
                .then()
                .statusCode(403);
    }

    @Test
    void aPersonsHashIsTheSameForEverySpellingAndAnotherInEveryContext() {
        assertThat(hashes.ofWritten(" ANA@example.org")).hasValue(ana);
        assertThat(hashes.ofWritten("nobody")).isEmpty();
        assertThat(hashes.ofSubject("ana@example.org")).isNotEqualTo(ana);
        assertThat(hashes.within("session:1", ana)).isNotEqualTo(hashes.within("session:2", ana));
    }

    @Test
    void anAdministratorSeesHeldMailsAndReleasesThem() {
        sql.update("UPDATE mail_outbox SET status = 'HELD'");
        var admin = TestTokens.of("admin", "administrator");
        String id = given().auth()
                .oauth2(admin)
                .get("/v1/admin/mails/notes?status=HELD")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        given().auth()
                .oauth2(admin)
                .post("/v1/admin/mails/notes/" + id + ":release")
                .then()
                .statusCode(200)
                .body("released", equalTo(1));
        given().auth()
                .oauth2(admin)
                .post("/v1/admin/mails/notes/" + id + ":release")
                .then()
                .statusCode(404);
        given().auth().oauth2(admin).get("/v1/admin/mails/others").then().statusCode(404);
    }
}
