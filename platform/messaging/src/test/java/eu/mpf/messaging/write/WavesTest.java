package eu.mpf.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.messaging.OpenTransaction;
import eu.mpf.messaging.write.Waves.Batch;
import eu.mpf.messaging.write.Waves.Write;
import jakarta.transaction.Status;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In which statements rows go to the database. */
class WavesTest {
    private static final LastWrites.Row ROW = parameters -> {};

    private static List<Write> writes(String letters) {
        return letters.chars()
                .mapToObj(letter -> new Write(String.valueOf((char) letter), ROW))
                .toList();
    }

    /** Statements with the number of rows in each execution. */
    private static List<String> statements(String letters) {
        return Waves.batches(writes(letters)).stream()
                .map(batch -> batch.sql() + " "
                        + batch.waves().stream().map(List::size).toList())
                .toList();
    }

    @Test
    void oneTablesRowsAreExecutionsOfOneStatement() {
        assertThat(statements("a")).containsExactly("a [1]");
        assertThat(statements("aaa")).containsExactly("a [1, 1, 1]");
        assertThat(statements("")).isEmpty();
    }

    @Test
    void rowsOfSeveralTablesGoInOneStatementThatHasOneOfEach() {
        assertThat(statements("ab")).containsExactly("WITH w0 AS (a)\nb [2]");
        assertThat(statements("abc")).containsExactly("WITH w0 AS (a), w1 AS (b)\nc [3]");
        assertThat(statements("abab")).containsExactly("WITH w0 AS (a)\nb [2, 2]");
    }

    @Test
    void theSecondRowOfATableWaitsForTheNextStatement() {
        assertThat(statements("aab")).containsExactly("WITH w0 AS (a)\nb [2]", "a [1]");
        assertThat(statements("abaab")).containsExactly("WITH w0 AS (a)\nb [2, 2]", "a [1]");
        assertThat(statements("abba")).containsExactly("WITH w0 AS (a)\nb [2]", "WITH w0 AS (b)\na [2]");
    }

    @Test
    void rowsOfATableKeepTheirOrder() {
        LastWrites.Row first = parameters -> {};
        LastWrites.Row second = parameters -> {};
        List<Batch> batches =
                Waves.batches(List.of(new Write("a", first), new Write("b", ROW), new Write("a", second)));
        assertThat(batches.getFirst().waves().getFirst().getFirst().row()).isSameAs(first);
        assertThat(batches.getLast().waves().getFirst().getFirst().row()).isSameAs(second);
    }

    @ParameterizedTest
    @ValueSource(ints = {Status.STATUS_NO_TRANSACTION, Status.STATUS_MARKED_ROLLBACK, Status.STATUS_COMMITTED})
    void outsideAnActiveTransactionNoRowIsTaken(int status) {
        OpenTransaction transaction = new OpenTransaction();
        transaction.status = status;
        LastWrites writes = new LastWrites(OpenTransaction.unreachable(DataSource.class), transaction);
        assertThatThrownBy(() -> writes.add("a", ROW)).isInstanceOf(IllegalStateException.class);
        assertThat(transaction.parts).isEmpty();
    }

    @Test
    void aTransactionWritesOnceAtItsEndAndARolledBackOneNever() {
        OpenTransaction transaction = new OpenTransaction();
        AtomicInteger asked = new AtomicInteger();
        LastWrites writes = new LastWrites(refusing(asked), transaction);
        writes.flush();
        writes.add("a", ROW);
        writes.add("b", ROW);
        assertThat(transaction.parts).hasSize(1);
        assertThat(asked).as("nothing goes out before the end").hasValue(0);
        assertThatThrownBy(() -> transaction.parts.getFirst().beforeCompletion())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("rows at the end of the transaction cannot be written");
        assertThat(asked).hasValue(1);
        transaction.ended(Status.STATUS_ROLLEDBACK);
        writes.flush();
        assertThat(asked).as("nothing is left").hasValue(1);
    }

    @Test
    void whoeverHasToSeeWhatWaitsHasItWrittenNowAndNotOnceMore() {
        OpenTransaction transaction = new OpenTransaction();
        AtomicInteger asked = new AtomicInteger();
        LastWrites writes = new LastWrites(refusing(asked), transaction);
        writes.add("a", ROW);
        assertThatThrownBy(writes::flush).isInstanceOf(IllegalStateException.class);
        assertThat(asked).hasValue(1);
        writes.flush();
        assertThat(asked).hasValue(1);
        transaction.status = Status.STATUS_NO_TRANSACTION;
        writes.flush();
        assertThat(asked).as("outside a transaction nothing waits").hasValue(1);
    }

    @Test
    void whatIsAddedWhileTheTransactionEndsIsWrittenAtOnce() {
        OpenTransaction transaction = new OpenTransaction();
        AtomicInteger asked = new AtomicInteger();
        LastWrites writes = new LastWrites(refusing(asked), transaction);
        writes.add("a", ROW);
        assertThatThrownBy(() -> transaction.parts.getFirst().beforeCompletion())
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> writes.add("b", ROW)).isInstanceOf(IllegalStateException.class);
        assertThat(asked).hasValue(2);
    }

    @Test
    void whatARolledBackTransactionLeftIsForgotten() {
        OpenTransaction transaction = new OpenTransaction();
        AtomicInteger asked = new AtomicInteger();
        LastWrites writes = new LastWrites(refusing(asked), transaction);
        writes.add("a", ROW);
        transaction.ended(Status.STATUS_ROLLEDBACK);
        writes.flush();
        assertThat(asked).hasValue(0);
    }

    /** A database that is not there. */
    private static DataSource refusing(AtomicInteger asked) {
        return (DataSource) Proxy.newProxyInstance(
                WavesTest.class.getClassLoader(), new Class<?>[] {DataSource.class}, (self, method, values) -> {
                    if (method.getName().equals("getConnection")) {
                        asked.incrementAndGet();
                        throw new SQLException("no connection");
                    }
                    return method.getName().equals("hashCode") ? 1 : null;
                });
    }

    @Test
    void theParametersOfARowFollowEachOther() throws SQLException {
        List<List<Object>> bound = new ArrayList<>();
        UUID id = UUID.randomUUID();
        byte[] bytes = {1};
        Parameters parameters = new StatementParameters(recording(bound));
        parameters
                .text("t")
                .text(null)
                .number(7)
                .number(8L)
                .id(id)
                .instant(Instant.EPOCH)
                .bytes(bytes)
                .bytes(null)
                .texts(List.of("a", "b"))
                .text("last");
        assertThat(bound)
                .containsExactly(
                        List.of("setString", 1, "t"),
                        Arrays.asList("setString", 2, null),
                        List.of("setInt", 3, 7),
                        List.of("setLong", 4, 8L),
                        List.of("setObject", 5, id),
                        List.of("setObject", 6, OffsetDateTime.parse("1970-01-01T00:00:00Z")),
                        List.of("setBytes", 7, bytes),
                        Arrays.asList("setBytes", 8, null),
                        List.of("createArrayOf", "text", List.of("a", "b")),
                        Arrays.asList("setArray", 9, null),
                        List.of("setString", 10, "last"));
    }

    /** Notes what is bound; nothing is executed. */
    private static PreparedStatement recording(List<List<Object>> bound) {
        Connection connection = (Connection) Proxy.newProxyInstance(
                WavesTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    bound.add(List.of(method.getName(), values[0], List.of((Object[]) values[1])));
                    return (Array) null;
                });
        return (PreparedStatement) Proxy.newProxyInstance(
                WavesTest.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, (self, method, values) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection;
                    }
                    bound.add(Arrays.asList(method.getName(), values[0], values[1]));
                    return null;
                });
    }
}
