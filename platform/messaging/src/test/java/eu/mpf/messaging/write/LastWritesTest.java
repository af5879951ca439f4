package eu.mpf.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.messaging.TestService;
import eu.mpf.messaging.TestStack;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("running")
class LastWritesTest {
    private static final String LETTER = "INSERT INTO letter (text) VALUES (?)";
    private static final String NOTE = "INSERT INTO note (text) VALUES (?)";
    private static final String LETTERS = "SELECT coalesce(string_agg(text, ' ' ORDER BY id), '') FROM letter";

    private TestService service;
    private LastWrites writes;

    @BeforeEach
    void open() {
        service = new TestService(TestStack.newDatabase());
        service.execute("CREATE TABLE letter (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text NOT NULL)");
        service.execute("CREATE TABLE note (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, text text NOT NULL)");
        writes = new LastWrites(service.dataSource, TestService.REGISTRY);
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void rowsOfOneTableKeepTheOrderInWhichTheyWereAdded() {
        service.transactions.run(connection -> {
            add(LETTER, "a");
            add(NOTE, "1");
            add(LETTER, "b");
            add(LETTER, "c");
            add(NOTE, "2");
            assertThat(letters(connection)).as("before the end").isEmpty();
            return true;
        });
        assertThat(written()).isEqualTo("a b c");
        assertThat(service.count("SELECT count(*) FROM note")).isEqualTo(2);
    }

    @Test
    void aFlushShowsWhatWaitedAndNothingIsWrittenTwice() {
        service.transactions.run(connection -> {
            add(LETTER, "a");
            writes.flush();
            assertThat(letters(connection)).isEqualTo("a");
            writes.flush();
            add(LETTER, "b");
            return true;
        });
        assertThat(written()).isEqualTo("a b");
    }

    @Test
    void aRolledBackTransactionWritesNothingAndTheNextBeginsEmpty() {
        assertThatThrownBy(() -> service.transactions.run(connection -> {
                    add(LETTER, "a");
                    throw new SQLException("on purpose");
                }))
                .hasMessageContaining("on purpose");
        service.transactions.run(connection -> {
            add(LETTER, "b");
            return true;
        });
        assertThat(written()).isEqualTo("b");
    }

    @Test
    void aRowThatTheDatabaseRefusesRollsEverythingBack() {
        assertThatThrownBy(() -> service.transactions.run(connection -> {
                    add(LETTER, "a");
                    writes.add(NOTE, row -> row.text(null));
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(written()).isEmpty();
    }

    @Test
    void whatIsAddedWhileTheTransactionEndsIsWrittenAsWell() {
        service.transactions.run(connection -> {
            add(LETTER, "a");
            TestService.REGISTRY.registerInterposedSynchronization(new Synchronization() {
                @Override
                public void beforeCompletion() {
                    add(LETTER, "b");
                }

                @Override
                public void afterCompletion(int status) {
                    assertThat(status).isEqualTo(Status.STATUS_COMMITTED);
                }
            });
            return true;
        });
        assertThat(written()).isEqualTo("a b");
    }

    @Test
    void outsideATransactionARowIsRefused() {
        assertThatThrownBy(() -> add(LETTER, "a")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void manyRowsOfSeveralTablesKeepTheirOrderAndTheirValues() {
        service.execute("""
                CREATE TABLE thing (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, key uuid NOT NULL, at timestamptz NOT NULL,
                    amount bigint NOT NULL, small smallint NOT NULL, details jsonb, body bytea, names text[] NOT NULL,
                    numbers bigint[] NOT NULL)""");
        UUID key = UUID.randomUUID();
        int rows = 2 * ManyRows.MOST + 1;
        service.transactions.run(connection -> {
            for (int i = 0; i < rows; i++) {
                int number = i;
                writes.add(
                        """
                        INSERT INTO thing (key, at, amount, small, details, body, names, numbers)
                        VALUES (?, ?, ?, ?, CAST(? AS jsonb), ?, ?, ?)""",
                        row -> row.id(key)
                                .instant(Instant.parse("2026-01-01T00:00:00.123456Z"))
                                .number((long) number)
                                .number(7)
                                .text(number == 0 ? null : "{\"a\": \"'{},\\\"\"}")
                                .bytes(number == 0 ? null : new byte[] {0, (byte) 200})
                                .texts(number == 0 ? List.of() : List.of("a,\"b\\", "", "NULL", "ä{}"))
                                .numbers(Stream.of((long) number, -1L)));
                add(LETTER, Integer.toString(number));
            }
            return true;
        });
        assertThat(written())
                .isEqualTo(IntStream.range(0, rows).mapToObj(Integer::toString).collect(Collectors.joining(" ")));
        assertThat(service.count("SELECT count(*) FROM thing WHERE amount = id - 1"))
                .isEqualTo(rows);
        assertThat(service.count("""
                        SELECT count(*) FROM thing
                        WHERE key = '%s' AND at = '2026-01-01T00:00:00.123456Z' AND small = 7 AND numbers = ARRAY[amount, -1]
                          AND CASE WHEN amount = 0 THEN details IS NULL AND body IS NULL AND names = '{}'
                              ELSE details ->> 'a' = $$'{},"$$ AND body = '\\x00c8' AND names = ARRAY['a,"b\\', '', 'NULL', 'ä{}'] END
                        """.formatted(key))).isEqualTo(rows);
    }

    @Test
    void aRowMayReferToOneOfAnotherTableBeforeWhichOthersWereAdded() {
        service.execute("CREATE TABLE shelf (name text PRIMARY KEY)");
        service.execute("CREATE TABLE book (shelf text NOT NULL REFERENCES shelf)");
        service.transactions.run(connection -> {
            for (String name : List.of("a", "b", "c")) {
                add("INSERT INTO shelf (name) VALUES (?)", name);
            }
            add("INSERT INTO book (shelf) VALUES (?)", "c");
            return true;
        });
        assertThat(service.count("SELECT count(*) FROM book")).isEqualTo(1);
    }

    @Test
    void rowsThatMeetOneThatIsThereAreLeftOutOrChangeIt() {
        service.execute("CREATE TABLE word (text text PRIMARY KEY, times int NOT NULL DEFAULT 1)");
        service.transactions.run(connection -> {
            for (String text : List.of("a", "b", "a")) {
                add("INSERT INTO word (text) VALUES (?) ON CONFLICT (text) DO NOTHING", text);
            }
            return true;
        });
        assertThat(service.count("SELECT sum(times)::int FROM word")).isEqualTo(2);
        service.transactions.run(connection -> {
            for (String text : List.of("a", "c")) {
                add("INSERT INTO word (text) VALUES (?) ON CONFLICT (text) DO UPDATE SET times = word.times + 1", text);
            }
            return true;
        });
        service.transactions.run(connection -> {
            for (int i = 0; i < 2; i++) {
                add("UPDATE word SET times = times + 10 WHERE text = ?", "b");
            }
            return true;
        });
        assertThat(service.count("SELECT times FROM word WHERE text = 'a'")).isEqualTo(2);
        assertThat(service.count("SELECT times FROM word WHERE text = 'b'")).isEqualTo(21);
        assertThat(service.count("SELECT times FROM word WHERE text = 'c'")).isEqualTo(1);
    }

    @Test
    void oneOfManyRowsThatTheDatabaseRefusesRollsEverythingBack() {
        assertThatThrownBy(() -> service.transactions.run(connection -> {
                    for (int i = 0; i < 10; i++) {
                        String text = i == 8 ? null : "n";
                        add(LETTER, "a");
                        writes.add(NOTE, row -> row.text(text));
                    }
                    return true;
                }))
                .isInstanceOf(IllegalStateException.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        SQLException.class,
                        refused -> assertThat(refused.getSQLState()).isEqualTo("23502"));
        assertThat(written()).isEmpty();
        assertThat(service.count("SELECT count(*) FROM note")).isZero();
    }

    @Test
    void whateverTheNumberOfRowsTheDatabasePreparesOneStatement() {
        service.transactions.run(connection -> {
            for (int rows = 2; rows < 12; rows++) {
                for (int i = 0; i < rows; i++) {
                    add(LETTER, "a");
                }
                writes.flush();
            }
            assertThat(TestService.number(
                            connection,
                            "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'INSERT INTO letter%'"))
                    .isEqualTo(1);
            return true;
        });
    }

    private void add(String insert, String text) {
        writes.add(insert, row -> row.text(text));
    }

    private String written() {
        return service.transactions.run(LastWritesTest::letters);
    }

    private static String letters(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(LETTERS)) {
            row.next();
            return row.getString(1);
        }
    }
}
