package eu.mpf.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.messaging.TestService;
import eu.mpf.messaging.TestStack;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import java.sql.Connection;
import java.sql.SQLException;
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
