package eu.mpf.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.embedded.Ports;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import eu.mpf.system.bench.Deed.Click;
import eu.mpf.system.client.Answer;
import eu.mpf.system.client.Session;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * One applicant clicks twice and is accepted, one comes late, one begins and never hands in. Then one thing is made wrong at a
 * time, in the database or in what the applicants were told, and the check has to name it.
 */
@Tag("C9")
class DeadlineChecksTest {

    private static final String CALL = "00000000-0000-0000-0000-0000000000ca";
    private static final String FIRST = "00000000-0000-0000-0000-00000000000a";
    private static final String LATE = "00000000-0000-0000-0000-00000000000b";
    private static final String DRAFT = "00000000-0000-0000-0000-00000000000c";
    private static final String KEY = "key-1";

    @TempDir
    static Path scratch;

    private static PostgresServer postgres;
    private static Connection database;
    private static KeyPair keys;

    private final Map<String, byte[]> files = new TreeMap<>();
    private Instant deadline;
    private Answer accepted;
    private Click click;

    @BeforeAll
    static void start() throws SQLException, GeneralSecurityException {
        keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        postgres = PostgresServer.durable(
                scratch.resolve("data"),
                Ports.free(),
                scratch.resolve("log"),
                new Reaper(),
                List.of("track_commit_timestamp=on"));
        postgres.ensureDatabase("calls", "calls");
        database = DriverManager.getConnection(postgres.jdbcUrl("calls") + "?user=calls_owner&password=calls");
        execute("""
                CREATE TABLE application (id uuid, call_id uuid, status text, content jsonb, submitted_at timestamptz);
                CREATE TABLE submission (id uuid, application_id uuid, receipt text);
                CREATE TABLE submission_file (submission_id uuid, file_id uuid);
                CREATE TABLE stored_file (id uuid, name text, checksum bytea);
                CREATE TABLE file_chunk (checksum bytea, position int, bytes bytea);
                CREATE TABLE idempotent_answer (scope bytea, body bytea);
                CREATE TABLE outbox_event (id uuid);
                CREATE TABLE audit_entry (object_id text, action text)""");
    }

    @AfterAll
    static void stop() throws SQLException {
        database.close();
        postgres.stop();
    }

    @BeforeEach
    void allIsWell() throws SQLException {
        execute("TRUNCATE application, submission, submission_file, stored_file, file_chunk, idempotent_answer,"
                + " outbox_event, audit_entry");
        Instant sent = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        deadline = sent.plusSeconds(3_600);
        files.put("BUDGET.pdf", "the costs".getBytes(StandardCharsets.UTF_8));
        files.put("PROPOSAL.pdf", "the plan".getBytes(StandardCharsets.UTF_8));
        accepted = answer(200, handedIn());
        execute("INSERT INTO application VALUES ('%s', '%s', 'SUBMITTED', '{\"acronym\": \"S1-4\"}', '%s')"
                .formatted(FIRST, CALL, sent));
        execute("INSERT INTO application VALUES ('%2$s', '%1$s', 'DRAFT', '{\"acronym\": \"S2-4\"}', NULL),"
                        .formatted(CALL, LATE)
                + " ('%2$s', '%1$s', 'DRAFT', '{\"acronym\": \"S3-1\"}', NULL)".formatted(CALL, DRAFT));
        execute("INSERT INTO submission VALUES ('%1$s', '%1$s', '%2$s')"
                .formatted(FIRST, accepted.json().at("/receipt/receipt").asText()));
        for (var file : files.entrySet()) {
            UUID id = UUID.nameUUIDFromBytes(file.getValue());
            String checksum = "decode('" + hex(file.getValue()) + "', 'hex')";
            execute("INSERT INTO submission_file VALUES ('%s', '%s')".formatted(FIRST, id));
            execute("INSERT INTO stored_file VALUES ('%s', '%s', %s)".formatted(id, file.getKey(), checksum));
            // In two pieces, the second written first.
            String text = new String(file.getValue(), StandardCharsets.UTF_8);
            execute("INSERT INTO file_chunk VALUES (%1$s, 1, '%3$s'::bytea), (%1$s, 0, '%2$s'::bytea)"
                    .formatted(checksum, text.substring(0, 3), text.substring(3)));
        }
        keep(KEY, accepted.body());
        click = new Click(sent, Instant.now(), KEY, accepted);
        execute("INSERT INTO audit_entry VALUES ('%s', 'eu.mpf.calls.call.closed.v1')".formatted(CALL));
    }

    private static void keep(String key, byte[] body) throws SQLException {
        try (var statement = database.prepareStatement("INSERT INTO idempotent_answer VALUES (?, ?)")) {
            statement.setBytes(1, KeptAnswer.scope("applicant-lv", FIRST, key));
            statement.setBytes(2, body);
            statement.execute();
        }
    }

    private ObjectNode handedIn() {
        var statement = Session.object(each -> {});
        var content = (ObjectNode) Session.json("""
                {"reference": "APP-1", "content": {"acronym": "S1-4", "total": 3}, "files": []}""");
        files.forEach((name, bytes) ->
                content.withArray("files").addObject().put("name", name).put("hash", "sha-256:" + hex(bytes)));
        statement.put("contentHash", ReceiptDesk.hash(content));
        statement.set("files", content.path("files").deepCopy());
        return Session.object(body -> body.putObject("receipt")
                .put("receiptId", "r-1")
                .put("receipt", signed(statement))
                .put("contentHash", ReceiptDesk.hash(content))
                .set("content", content));
    }

    private static String signed(JsonNode statement) {
        try {
            String text = encoded("{\"alg\":\"EdDSA\",\"kid\":\"k\"}") + "." + encoded(statement.toString());
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(keys.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String hex(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(int status, JsonNode body) {
        return new Answer(
                "POST",
                status,
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true),
                body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ReceiptDesk desk() {
        byte[] encoded = keys.getPublic().getEncoded();
        String point = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length));
        return new ReceiptDesk(Session.json("[{\"kid\": \"k\", \"x\": \"" + point + "\"}]"));
    }

    private static Answer refused(String code) {
        return answer(409, Session.object(body -> body.put("code", code)));
    }

    /** Accepted, with these clicks. */
    private Deed first(Click... clicks) {
        Map<String, String> hashes = new TreeMap<>();
        files.forEach((name, bytes) -> hashes.put(name, hex(bytes)));
        return new Deed("applicant-lv", FIRST, "S1-4", "S1-4", hashes, List.of(clicks));
    }

    private Deed late(Click... clicks) {
        return new Deed("applicant-lt", LATE, "S2-4", "S2-4", Map.of(), List.of(clicks));
    }

    private Click lateClick() {
        Instant sent = deadline.plusSeconds(1);
        return new Click(sent, sent, "key-2", refused("deadline-passed"));
    }

    /** It ran out of time before its first save was answered; at last it came too late. */
    private Deed slow() {
        Click lost = new Click(deadline.plusSeconds(2), deadline.plusSeconds(2), "key-3", refused("deadline-passed"));
        return new Deed("applicant-pt", DRAFT, "S3-0", "S3-1", Map.of(), List.of(lost));
    }

    private List<String> check(Deed... deeds) throws SQLException {
        return check(List.of(deeds), 0, 1_000, 1);
    }

    private List<String> check(List<Deed> deeds, int gaveUp, int reads, int failed) throws SQLException {
        return new DeadlineChecks(database, CALL, deadline, deeds, Duration.ofMillis(300))
                .check(desk(), gaveUp, reads, failed);
    }

    @Test
    void nothingIsBrokenWhereAllIsWell() throws SQLException {
        Click again = new Click(click.sentAt(), Instant.now(), KEY, accepted);
        Click other = new Click(click.sentAt(), Instant.now(), "key-4", refused("application-state"));
        assertThat(check(first(click, again, other), late(lateClick()), slow())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            I2: saves acknowledged and lost                   | UPDATE application SET content = '{"acronym": "S0"}' WHERE status = 'DRAFT'
            I2: saves acknowledged and lost                   | DELETE FROM application WHERE status = 'DRAFT'
            I2: submissions acknowledged and lost             | UPDATE application SET status = 'DRAFT'
            I2: submissions acknowledged and lost             | UPDATE submission SET receipt = 'another'
            I2: submissions acknowledged and lost             | DELETE FROM submission
            I2: applications handed in with other files       | UPDATE stored_file SET checksum = sha256('other')
            I2: applications handed in with other files       | DELETE FROM submission_file WHERE file_id = (SELECT max(file_id::text)::uuid FROM submission_file)
            I2: files whose bytes                             | UPDATE file_chunk SET bytes = 'xyz' WHERE position = 1
            I2: files whose bytes                             | DELETE FROM file_chunk
            I3: applications handed in twice                  | INSERT INTO submission SELECT gen_random_uuid(), application_id, receipt FROM submission
            I3: drafts that nobody began                      | INSERT INTO application SELECT gen_random_uuid(), call_id, status, content, NULL FROM application WHERE status = 'DRAFT'
            I3: accepted without a kept answer                | DELETE FROM idempotent_answer
            I3: answers kept otherwise than given             | UPDATE idempotent_answer SET body = '{}'
            I4: written down as after the deadline            | UPDATE application SET submitted_at = submitted_at + interval '2 hours' WHERE status = 'SUBMITTED'
            I4: written down with a time                      | UPDATE application SET submitted_at = submitted_at - interval '1 second' WHERE status = 'SUBMITTED'
            I4: written down with a time                      | UPDATE application SET submitted_at = submitted_at + interval '10 seconds' WHERE status = 'SUBMITTED'
            I4: the closing is told to nobody                 | DELETE FROM audit_entry
            I4: committed after others were told              | UPDATE submission SET receipt = receipt
            events: waiting in the outbox                     | INSERT INTO outbox_event VALUES (NULL)
            events: handed in and not acknowledged            | UPDATE application SET status = 'SUBMITTED'
            """)
    void whatIsWrongInTheDatabaseIsNamed(String named, String wrong) throws SQLException {
        execute(wrong);
        assertThat(check(first(click), late(lateClick()), slow())).anyMatch(what -> what.startsWith(named));
    }

    /** Negative control: the same click was accepted, and when its answer was asked for again it was refused. */
    @Test
    @Tag("I3")
    void aRepetitionThatIsNotAnsweredAsTheFirstIsNamed() throws SQLException {
        String named = "I3: keys answered in two ways";
        Click stale = new Click(click.sentAt(), Instant.now(), KEY, answer(412, Session.json("{}")));
        assertThat(check(first(click, stale), late(lateClick()), slow())).containsExactly(named);
        assertThat(check(first(stale, click), late(lateClick()), slow())).containsExactly(named);
        ObjectNode other = handedIn();
        other.put("more", true);
        Click differing = new Click(click.sentAt(), Instant.now(), KEY, answer(200, other));
        assertThat(check(first(click, differing), late(lateClick()), slow())).contains(named);
    }

    /** Negative control: two requests of one person both had an effect. */
    @Test
    @Tag("I3")
    void twoAcceptedClicksAndOneDraftForTwoAreNamed() throws SQLException {
        keep("key-5", accepted.body());
        Click other = new Click(click.sentAt(), Instant.now(), "key-5", accepted);
        assertThat(check(first(click, other), late(lateClick()), slow()))
                .containsExactly("I3: applicants two of whose clicks were both accepted");
        assertThat(check(first(click), first(click), late(lateClick()), slow()))
                .contains("I3: drafts given to two", "receipts: given to two");
    }

    /** Who asks to begin when the call is closed was decided: too late. While it is open, nobody may be told so. */
    @Test
    @Tag("I4")
    void whoeverIsTurnedAwayAfterTheDeadlineCameTooLateAndBeforeItWasWronged() throws SQLException {
        Deed late = turnedAway(deadline.plusMillis(1), deadline.plusMillis(20));
        assertThat(check(first(click), late(lateClick()), slow(), late)).isEmpty();
        Deed waited = turnedAway(deadline.minusSeconds(1), deadline.plusMillis(20));
        assertThat(check(first(click), late(lateClick()), slow(), waited)).isEmpty();
        Deed wronged = turnedAway(deadline.minusSeconds(1), deadline.minusMillis(20));
        assertThat(check(first(click), late(lateClick()), slow(), wronged))
                .containsExactly("I4: turned away before the deadline");
    }

    /** Negative control: told that it is too late, and there is a draft all the same. */
    @Test
    @Tag("I3")
    void aDraftOfSomebodyWhoWasTurnedAwayIsNamed() throws SQLException {
        execute("INSERT INTO application VALUES (gen_random_uuid(), '%s', 'DRAFT', '{}', NULL)".formatted(CALL));
        assertThat(check(first(click), late(lateClick()), slow(), turnedAway(deadline, deadline.plusMillis(20))))
                .containsExactly("I3: drafts that nobody began, or somebody twice");
    }

    private static Deed turnedAway(Instant sent, Instant answered) {
        Click asked = new Click(sent, answered, "", refused("call-not-open"));
        return new Deed("applicant-pt", "", "", "", Map.of(), List.of(), asked);
    }

    /** Whoever got no answer may have begun one draft; a second is one too many. */
    @Test
    @Tag("I3")
    void aDraftOfSomebodyWithoutAnAnswerIsNoneTooManyButTwoAre() throws SQLException {
        Deed nobody = new Deed("applicant-pt", "", "", "", Map.of(), List.of(lateClick()));
        assertThat(check(first(click), late(lateClick()), nobody)).isEmpty();
        execute("INSERT INTO application VALUES (gen_random_uuid(), '%s', 'DRAFT', '{}', NULL)".formatted(CALL));
        assertThat(check(first(click), late(lateClick()), nobody))
                .containsExactly("I3: drafts that nobody began, or somebody twice");
    }

    /** Negative control: acknowledged, and there is nothing of it. */
    @Test
    @Tag("I2")
    void anAcknowledgedApplicationThatIsNotThereIsNamed() throws SQLException {
        execute(
                "DELETE FROM submission_file; DELETE FROM submission; DELETE FROM application WHERE status = 'SUBMITTED'");
        assertThat(check(first(click), late(lateClick()), slow()))
                .contains(
                        "I2: saves acknowledged and lost",
                        "I2: submissions acknowledged and lost",
                        "I2: applications handed in with other files than were sent",
                        "events: handed in and not acknowledged, or the other way round");
    }

    @Test
    @Tag("I4")
    void whatCameLateIsNamedByTheClientsClockWhateverTheServiceWroteDown() throws SQLException {
        Click sentLate = new Click(deadline.plusMillis(1), deadline.plusMillis(9), KEY, accepted);
        assertThat(check(first(sentLate), late(lateClick()), slow()))
                .contains("I4: sent after the deadline and accepted")
                .contains("I4: written down with a time at which it was not under way");
        // The answer to what came in time may be asked for again at any hour.
        Click again = new Click(deadline.plusSeconds(9), deadline.plusSeconds(9), KEY, accepted);
        assertThat(check(first(click, again), late(lateClick()), slow())).isEmpty();
    }

    @Test
    @Tag("I4")
    void whatCameInTimeAndIsRefusedOrNeverDecidedIsNamed() throws SQLException {
        Click inTime = new Click(deadline.minusSeconds(1), deadline, "key-2", refused("deadline-passed"));
        assertThat(check(first(click), late(inTime), slow()))
                .containsExactly("I4: sent before the deadline and refused");
        Click underWay = new Click(deadline.minusMillis(100), deadline, "key-2", refused("deadline-passed"));
        assertThat(check(first(click), late(underWay), slow())).isEmpty();
        Click undecided = new Click(deadline.plusSeconds(1), deadline.plusSeconds(1), "key-2", refused("rules-failed"));
        assertThat(check(first(click), late(undecided), slow())).containsExactly("I4: neither accepted nor late");
    }

    /** The hash is computed from what was handed in, not read beside it. */
    @Test
    void aReceiptForOtherContentIsNamed() throws SQLException {
        List<ObjectNode> wrong = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            wrong.add(handedIn());
        }
        ((ObjectNode) wrong.get(0).at("/receipt/content/content")).put("total", 4);
        ((ObjectNode) wrong.get(1).at("/receipt")).put("contentHash", "sha-256:00");
        ObjectNode another = (ObjectNode) wrong.get(2).at("/receipt/content");
        ((ObjectNode) another.path("content")).put("acronym", "S1-3");
        ((ObjectNode) wrong.get(2).path("receipt"))
                .put("contentHash", ReceiptDesk.hash(another))
                .put(
                        "receipt",
                        signed(Session.object(statement -> statement
                                .put("contentHash", ReceiptDesk.hash(another))
                                .set("files", another.path("files")))));
        String jws = wrong.get(3).at("/receipt/receipt").asText();
        ((ObjectNode) wrong.get(3).path("receipt"))
                .put("receipt", jws.substring(0, jws.length() - 4) + (jws.endsWith("AAAA") ? "BBBB" : "AAAA"));
        ((ObjectNode) wrong.get(4).path("receipt")).put("receipt", "no.jws");
        for (ObjectNode body : wrong) {
            Click told = new Click(click.sentAt(), click.answeredAt(), KEY, answer(200, body));
            assertThat(check(first(told), late(lateClick()), slow()))
                    .as(body.toString())
                    .contains("receipts: not good, checked offline with the published key");
        }
    }

    @Test
    void applicantsWithoutAnAnswerAndReadsThatFailAreNamed() throws SQLException {
        List<Deed> deeds = List.of(first(click), late(lateClick()), slow());
        assertThat(check(deeds, 1, 1_000, 0)).containsExactly("answers: applicants who gave up");
        assertThat(check(deeds, 0, 1_999, 2)).singleElement().asString().startsWith("reads: failed");
        assertThat(check(deeds, 0, 2_000, 2)).isEmpty();
        assertThat(check(deeds, 0, 0, 0)).containsExactly("reads: none at all");
    }

    private static void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
