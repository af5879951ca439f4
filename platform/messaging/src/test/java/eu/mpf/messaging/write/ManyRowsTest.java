package eu.mpf.messaging.write;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.messaging.write.Waves.Write;
import java.lang.reflect.Proxy;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which rows travel as arrays, and what they become. */
class ManyRowsTest {
    private static final String LETTER = "INSERT INTO letter (text) VALUES (?)";
    private static final String LETTERS = "INSERT INTO letter (text) SELECT r.p0 FROM unnest(?::text[]) AS r (p0)";
    private static final LastWrites.Row TEXT = row -> row.text("a");

    private static List<Write> times(int rows, String sql, LastWrites.Row row) {
        return IntStream.range(0, rows).mapToObj(i -> new Write(sql, row)).toList();
    }

    private static List<String> statements(List<Write> writes) throws SQLException {
        return ManyRows.together(writes).stream().map(Write::sql).toList();
    }

    @Test
    void oneRowStaysAsItIsAndSeveralAreOneStatement() throws SQLException {
        assertThat(ManyRows.together(times(1, LETTER, TEXT))).containsExactly(new Write(LETTER, TEXT));
        assertThat(statements(times(2, LETTER, TEXT))).containsExactly(LETTERS);
        assertThat(statements(times(ManyRows.MOST, LETTER, TEXT))).containsExactly(LETTERS);
        assertThat(statements(List.of())).isEmpty();
    }

    @Test
    void soManyThatTheirSizeMattersAreSeveralExecutionsOfOneStatement() throws SQLException {
        assertThat(statements(times(ManyRows.MOST + 1, LETTER, TEXT))).containsExactly(LETTERS, LETTERS);
    }

    @Test
    void theOrderOfTheFirstRowsIsThatOfTheStatements() throws SQLException {
        String note = "INSERT INTO note (text) VALUES (?)";
        assertThat(statements(List.of(new Write(note, TEXT), new Write(LETTER, TEXT), new Write(note, TEXT))))
                .containsExactly("INSERT INTO note (text) SELECT r.p0 FROM unnest(?::text[]) AS r (p0)", LETTER);
    }

    @Test
    void whatIsMadeOfAParameterIsMadeOfTheRowsValue() throws SQLException {
        assertThat(statements(times(2, """
                        INSERT INTO thing (id, a, b, c)
                        VALUES (uuidv7(), CAST(? AS jsonb), ?::jsonb, coalesce(?, 0)) ON CONFLICT (a) DO NOTHING
                        """, row -> row.text("1").text("2").number(3))))
                .containsExactly("INSERT INTO thing (id, a, b, c)"
                        + " SELECT uuidv7(), CAST(r.p0 AS jsonb), r.p1::jsonb, coalesce(r.p2, 0)"
                        + " FROM unnest(?::text[], ?::text[], ?::int[]) AS r (p0, p1, p2)"
                        + " ON CONFLICT (a) DO NOTHING\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE letter SET text = ?",
                "INSERT INTO letter (text) SELECT ?",
                "INSERT INTO letter (text) VALUES (?), ('b')",
                "INSERT INTO letter (text) VALUES (?), (upper(text))",
                "INSERT INTO letter (text) VALUES (?) ON CONFLICT (text) DO UPDATE SET text = excluded.text",
                "INSERT INTO letter (text) VALUES (?) RETURNING id",
                "INSERT INTO letter (id, text) VALUES (DEFAULT, ?)",
                "INSERT INTO letter (text) VALUES (? || '?')",
                "INSERT INTO letter (text) VALUES (? /* ? */)",
                "INSERT INTO letter (text, other) VALUES (?, ?)",
            })
    void everythingElseStaysAsItIs(String text) throws SQLException {
        assertThat(statements(times(3, text, TEXT))).containsExactly(text, text, text);
    }

    @Test
    void rowsOfDifferentKindsStayAsTheyAre() throws SQLException {
        assertThat(statements(List.of(new Write(LETTER, TEXT), new Write(LETTER, row -> row.number(1)))))
                .containsExactly(LETTER, LETTER);
        assertThat(statements(List.of(new Write(LETTER, TEXT), new Write(LETTER, row -> {}))))
                .containsExactly(LETTER, LETTER);
        assertThat(statements(List.of(
                        new Write(LETTER, TEXT),
                        new Write(LETTER, row -> row.text("a").text("b")))))
                .containsExactly(LETTER, LETTER);
        List<Write> second = new ArrayList<>(times(ManyRows.MOST, LETTER, TEXT));
        second.addAll(times(2, LETTER, row -> row.number(1)));
        assertThat(statements(second)).hasSize(ManyRows.MOST + 2).containsOnly(LETTER);
    }

    @Test
    void everyParameterIsAnArrayInTheOrderOfTheRows() throws SQLException {
        UUID id = UUID.randomUUID();
        byte[] bytes = {1};
        List<Write> writes = new ArrayList<>();
        for (int i = 1; i <= 2; i++) {
            int number = i;
            writes.add(new Write(
                    "INSERT INTO thing (a, b, c, d, e, f, g, h) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    row -> row.text(number == 1 ? null : "t")
                            .number(number)
                            .number(10L * number)
                            .id(id)
                            .instant(Instant.EPOCH)
                            .bytes(number == 1 ? bytes : null)
                            .texts(number == 1 ? List.of() : List.of("a,b", "\"\\"))
                            .numbers(Stream.of(7L, 8L))));
        }
        Write together = ManyRows.together(writes).getFirst();
        assertThat(together.sql()).contains("r.p5, r.p6::text[], r.p7::bigint[] FROM");
        assertThat(bound(together))
                .containsExactly(
                        "1 text[null, t]",
                        "2 int[1, 2]",
                        "3 bigint[10, 20]",
                        "4 uuid[" + id + ", " + id + "]",
                        "5 timestamptz[1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z]",
                        "6 bytea[[1], null]",
                        "7 text[{}, {\"a,b\",\"\\\"\\\\\"}]",
                        "8 text[{\"7\",\"8\"}, {\"7\",\"8\"}]");
    }

    /** Position, type and elements of each array. */
    private static List<String> bound(Write write) throws SQLException {
        List<String> bound = new ArrayList<>();
        Connection connection = (Connection) Proxy.newProxyInstance(
                ManyRowsTest.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, values) -> {
                    bound.add(values[0]
                            + Arrays.stream((Object[]) values[1])
                                    .map(each -> each instanceof byte[] bytes
                                            ? Arrays.toString(bytes)
                                            : String.valueOf(each))
                                    .collect(Collectors.joining(", ", "[", "]")));
                    return (Array) null;
                });
        PreparedStatement statement = (PreparedStatement) Proxy.newProxyInstance(
                ManyRowsTest.class.getClassLoader(),
                new Class<?>[] {PreparedStatement.class},
                (self, method, values) -> {
                    if (method.getName().equals("getConnection")) {
                        return connection;
                    }
                    bound.set(bound.size() - 1, values[0] + " " + bound.getLast());
                    return null;
                });
        write.row().bind(new StatementParameters(statement));
        return bound;
    }
}
