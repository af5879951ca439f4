package eu.mpf.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.page.Keyset.Column;
import eu.mpf.web.page.Keyset.Key;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X2")
class KeysetTest {
    private static final Column ID = new Column("id", SortType.UUID, false);
    private static final Column TITLE = new Column("title", SortType.TEXT, true);
    private static final Column START = new Column("start", SortType.DATE, false);
    private static final String HEAD = "SELECT c, CAST(start AS text) AS _key0, CAST(id AS text) AS _key1 FROM t";

    private static Keyset by(Key... keys) {
        return new Keyset(List.of(keys), false);
    }

    @Test
    void theFirstPageHasNoConditionOfItsOwn() {
        var keyset = by(new Key(START, false), new Key(ID, false));
        assertThat(keyset.query("c", "t", List.of(), List.of(), null, 3))
                .isEqualTo(new Keyset.Query(HEAD + " ORDER BY start, id LIMIT 3", List.of()));
        assertThat(keyset.query("c", "t", List.of("(a = ?)", "(b)"), List.of(7), null, null))
                .isEqualTo(new Keyset.Query(HEAD + " WHERE (a = ?) AND (b) ORDER BY start, id", List.of(7)));
    }

    @Test
    void whereAllGoTheSameWayOneRangeIsEnough() {
        assertThat(by(new Key(START, false), new Key(ID, false))
                        .query("c", "t", List.of("(a = ?)"), List.of(7), List.of("2026-01-01", "x"), 3))
                .isEqualTo(new Keyset.Query(
                        "(" + HEAD
                                + " WHERE (a = ?) AND (start, id) > ((SELECT CAST(? AS date)), (SELECT CAST(? AS uuid)))"
                                + " ORDER BY start, id LIMIT 3)",
                        List.of(7, "2026-01-01", "x")));
        assertThat(by(new Key(START, true), new Key(ID, true))
                        .query("c", "t", List.of(), List.of(), List.of("2026-01-01", "x"), 3)
                        .sql())
                .isEqualTo(
                        "(" + HEAD
                                + " WHERE (start, id) < ((SELECT CAST(? AS date)), (SELECT CAST(? AS uuid))) ORDER BY start DESC, id DESC LIMIT 3)");
    }

    @Test
    void whereDirectionsDifferTheNearestRowsComeFirst() {
        assertThat(by(new Key(START, true), new Key(ID, false))
                        .query("c", "t", List.of("(a = ?)"), List.of(7), List.of("2026-01-01", "x"), 3))
                .isEqualTo(new Keyset.Query(
                        "WITH _part0 AS MATERIALIZED (SELECT 0 AS _branch, row_number() OVER () AS _row, each.* FROM ("
                                + HEAD
                                + " WHERE (a = ?) AND start = (SELECT CAST(? AS date)) AND id > (SELECT CAST(? AS uuid))"
                                + " ORDER BY start DESC, id LIMIT 3) each LIMIT 3),"
                                + " _part1 AS MATERIALIZED (SELECT 1 AS _branch, row_number() OVER () AS _row, each.* FROM ("
                                + HEAD
                                + " WHERE (a = ?) AND start < (SELECT CAST(? AS date))"
                                + " ORDER BY start DESC, id LIMIT 3) each LIMIT 3 - (SELECT count(*) FROM _part0))"
                                + " SELECT * FROM _part0 UNION ALL SELECT * FROM _part1 ORDER BY _branch, _row",
                        List.of(7, "2026-01-01", "x", 7, "2026-01-01")));
    }

    @Test
    void nullsComeLastInBothDirections() {
        var up = by(new Key(TITLE, false), new Key(ID, false))
                .query("c", "t", List.of(), List.of(), List.of("B", "x"), 3);
        assertThat(up.sql())
                .contains("title = (SELECT CAST(? AS text)) AND id > (SELECT CAST(? AS uuid)) ORDER BY title, id")
                .contains("title > (SELECT CAST(? AS text)) ORDER BY")
                .contains("WHERE title IS NULL ORDER BY")
                .doesNotContain("NULLS LAST");
        assertThat(up.arguments()).isEqualTo(List.of("B", "x", "B"));
        var down =
                by(new Key(TITLE, true), new Key(ID, true)).query("c", "t", List.of(), List.of(), List.of("B", "x"), 3);
        assertThat(down.sql())
                .contains("ORDER BY title DESC NULLS LAST, id DESC LIMIT")
                .contains("title < (SELECT CAST(? AS text))")
                .contains("WHERE title IS NULL ORDER BY")
                .contains("2 AS _branch")
                .doesNotContain("3 AS _branch");
    }

    @Test
    void nothingComesAfterNullButMoreNulls() {
        var query = by(new Key(TITLE, false), new Key(ID, false))
                .query("c", "t", List.of(), List.of(), Arrays.asList(null, "x"), 3);
        assertThat(query.sql())
                .isEqualTo("(SELECT c, CAST(title AS text) AS _key0, CAST(id AS text) AS _key1 FROM t"
                        + " WHERE title IS NULL AND id > (SELECT CAST(? AS uuid)) ORDER BY title, id LIMIT 3)");
        assertThat(query.arguments()).isEqualTo(List.of("x"));
    }

    @Test
    void whereEveryStatementIsPlannedForItsValuesThoseOfThePositionAreAmongThem() {
        assertThat(new Keyset(List.of(new Key(START, false), new Key(ID, false)), true)
                        .query("c", "t", List.of(), List.of(), List.of("2026-01-01", "x"), 3)
                        .sql())
                .contains("WHERE (start, id) > (CAST(? AS date), CAST(? AS uuid)) ORDER BY");
    }

    @Test
    void everySortTypeIsGivenBackAsItself() {
        assertThat(Arrays.stream(SortType.values()).map(SortType::sqlName))
                .containsExactly("text", "bigint", "numeric", "date", "timestamptz", "boolean", "uuid");
    }
}
