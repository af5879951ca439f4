package eu.mpf.system.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.embedded.Ports;
import eu.mpf.embedded.PostgresServer;
import eu.mpf.embedded.Reaper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two seats, three people: the third waits. Then one thing is made wrong at a time, and the check has to name it. */
@Tag("E5")
class SeatInvariantsTest {
    private static final String EVENT = "00000000-0000-0000-0000-00000000000e";
    private static final String PERSON = "00000000-0000-0000-0000-00000000000";

    @TempDir
    static Path scratch;

    private static PostgresServer postgres;
    private static Connection database;

    @BeforeAll
    static void start() throws SQLException {
        postgres =
                PostgresServer.forgetful(scratch.resolve("data"), Ports.free(), scratch.resolve("log"), new Reaper());
        postgres.ensureDatabase("seats", "seats");
        database = DriverManager.getConnection(postgres.jdbcUrl("seats") + "?user=seats_owner&password=seats");
        execute("""
                CREATE TABLE registration (id uuid, scope_id uuid, number bigint, category text, status text,
                                           address_hash text, version bigint);
                CREATE TABLE seat_counter (scope_id uuid, kind text, category text, taken int, waiting int);
                CREATE TABLE mail_outbox (dedup_key text);
                CREATE TABLE audit_entry (object_id text, action text, recorded_at timestamptz DEFAULT clock_timestamp());
                CREATE TABLE outbox_event (topic text, aggregate_id text, aggregate_version bigint, payload jsonb)""");
        database.setAutoCommit(false);
    }

    @AfterAll
    static void stop() throws SQLException {
        database.close();
        postgres.stop();
    }

    @BeforeEach
    void allIsWell() throws SQLException {
        execute("INSERT INTO seat_counter VALUES ('%1$s', 'TOTAL', '', 2, 1), ('%1$s', 'CATEGORY', 'EXPERT', 2, 1)"
                .formatted(EVENT));
        for (int person = 1; person <= 3; person++) {
            boolean seated = person < 3;
            execute("""
                    INSERT INTO registration VALUES ('%1$s%3$d', '%2$s', %3$d, 'EXPERT', '%4$s', 'hash-%3$d', 0);
                    INSERT INTO mail_outbox VALUES ('registration/%1$s%3$d/%5$s');
                    INSERT INTO outbox_event VALUES ('mpf.events.registration.v1', '%1$s%3$d', 0, '{"eventId": "%2$s"}')
                    """.formatted(
                    PERSON, EVENT, person, seated ? "CONFIRMED" : "WAITLISTED", seated ? "confirmed" : "waiting"));
        }
    }

    @AfterEach
    void undo() throws SQLException {
        database.rollback();
    }

    @Test
    void nothingIsBrokenWhereAllIsWell() throws SQLException {
        assertThat(check(history())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            I1: seats taken beyond the last, in the end       | UPDATE registration SET status = 'CONFIRMED'
            I1: seats taken beyond the last of EXPERT, in the | UPDATE registration SET status = 'CONFIRMED'
            I1: seats left empty in the end                   | UPDATE registration SET status = 'WAITLISTED' WHERE number = 2
            I1: promotions of somebody before whom another    | INSERT INTO audit_entry SELECT id::text, 'registration.promote', now() - number * interval '1 s' FROM registration WHERE number < 3
            I2: people told of a seat who have none           | UPDATE registration SET status = 'WAITLISTED' WHERE number = 2
            I3: registrations, one for each key               | INSERT INTO registration VALUES (gen_random_uuid(), '00000000-0000-0000-0000-00000000000e', 4, 'EXPERT', 'WAITLISTED', 'hash-4', 0)
            I1: counters that do not fit                      | UPDATE seat_counter SET taken = 1
            I1: people who wait in front                      | UPDATE registration SET number = 4 - number
            I1: numbers missing or given twice                | UPDATE registration SET number = 5 WHERE number = 3
            I2: registrations answered with 201               | DELETE FROM registration WHERE number = 3
            I3: addresses registered twice                    | UPDATE registration SET address_hash = 'hash-1'
            told once: people with another number of letters  | INSERT INTO mail_outbox SELECT * FROM mail_outbox
            told once: facts published twice                  | INSERT INTO outbox_event SELECT * FROM outbox_event
            I5: registrations whose facts do not run          | UPDATE registration SET version = 1 WHERE number = 1
            """)
    void whatIsWrongInTheDatabaseIsNamed(String named, String wrong) throws SQLException {
        execute(wrong);
        assertThat(check(history())).anyMatch(what -> what.startsWith(named));
    }

    @Test
    void whatIsWrongInTheHistoryIsNamed() throws SQLException {
        List<Reply> history = new ArrayList<>(history());
        history.add(new Reply(
                1,
                "again",
                "key-1",
                201,
                1,
                "{\"id\":\"%s1\",\"status\":\"CONFIRMED\",\"number\":9}".formatted(PERSON)));
        history.add(new Reply(1, "withdraw", "key-w", 200, 1, "{\"id\":\"%s1\"}".formatted(PERSON)));
        history.add(new Reply(2, "register", "key-x", 500, 1, null));
        assertThat(check(history))
                .anyMatch(what -> what.startsWith("I3: keys that were answered in more than one way"))
                .anyMatch(what -> what.startsWith("I2: withdrawals"))
                .anyMatch(what -> what.startsWith("answers 5xx"));
        assertThat(new SeatInvariants(database, EVENT, history()).check(2, Map.of("EXPERT", 2), 3, Map.of("EXPERT", 3)))
                .containsExactly(
                        "I1: seats taken beyond the last, at one moment",
                        "I1: seats taken beyond the last of EXPERT, at one moment");
    }

    @Test
    void anotherAnswerToTheSameKeyIsNamed() throws SQLException {
        List<Reply> history = new ArrayList<>(history());
        history.add(new Reply(3, "again", "key-3", 409, 1, "{\"code\":\"already-registered\"}"));
        // Told to come again is no answer.
        history.add(new Reply(1, "again", "key-1", 409, 1, "{\"code\":\"request-in-progress\"}"));
        history.add(new Reply(2, "again", "key-2", 503, 1, null));
        assertThat(check(history))
                .filteredOn(what -> what.startsWith("I3"))
                .containsExactly("I3: keys that were answered in more than one way");
    }

    @Test
    void aLetterThatArrivesTwiceOrNotAtAllOrForNoOccasionIsCounted() throws SQLException {
        Map<Letterbox.Letter, Integer> delivered = new HashMap<>(Map.of(
                new Letterbox.Letter("person-1-7@example.org", "Confirmed"), 1,
                new Letterbox.Letter("person-2-7@example.org", "Confirmed"), 1,
                new Letterbox.Letter("person-3-7@example.org", "Waiting list"), 1));
        ToldOnce told = new ToldOnce(database, EVENT, history(), 7);
        assertThat(told.wrong(delivered)).isZero();
        delivered.put(new Letterbox.Letter("person-1-7@example.org", "Confirmed"), 2);
        delivered.remove(new Letterbox.Letter("person-2-7@example.org", "Confirmed"));
        delivered.put(new Letterbox.Letter("person-3-7@example.org", "Withdrawn"), 1);
        assertThat(told.wrong(delivered)).isEqualTo(3);
        execute("INSERT INTO audit_entry VALUES ('%s3', 'registration.promote')".formatted(PERSON));
        assertThat(told.wrong(delivered)).isEqualTo(4);
    }

    private static List<Reply> history() {
        return List.of(1, 2, 3).stream()
                .map(person -> new Reply(
                        person,
                        "register",
                        "key-" + person,
                        201,
                        1,
                        "{\"id\":\"%s%d\",\"status\":\"%s\"}"
                                .formatted(PERSON, person, person < 3 ? "CONFIRMED" : "WAITLISTED")))
                .toList();
    }

    private static List<String> check(List<Reply> history) throws SQLException {
        return new SeatInvariants(database, EVENT, history).check(2, Map.of("EXPERT", 2), 2, Map.of("EXPERT", 2));
    }

    private static void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
