package eu.mpf.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X2")
class PageParamsTest {
    private final PageParams params = new PageParams();

    private static void refused(Runnable work, String pointer, String code, String message) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors().getFirst()).isEqualTo(new FieldError(pointer, code, message)));
    }

    @ParameterizedTest
    @CsvSource({", 50", "1, 1", "199, 199", "200, 200", "201, 200", "2147483647, 200"})
    void aPageHasFiftyItemsOrAsManyAsAskedUpTo200(@Nullable Integer asked, int size) {
        params.pageSize = asked;
        assertThat(params.size()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void aPageOfNothingIsRefused(int asked) {
        params.pageSize = asked;
        refused(params::size, "?pageSize", "too-small", "must be at least 1");
    }

    @Test
    void countingIsAskedFor() {
        assertThat(params.counted()).isFalse();
        params.count = false;
        assertThat(params.counted()).isFalse();
        params.count = true;
        assertThat(params.counted()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void nothingIsExpandedUnlessAskedFor(@Nullable String asked) {
        params.expand = asked;
        assertThat(params.expand(Set.of("lead"))).isEmpty();
    }

    @Test
    void onlyWhatIsOfferedIsExpanded() {
        params.expand = " partners ,lead";
        assertThat(params.expand(Set.of("lead", "partners", "call"))).containsExactly("lead", "partners");
        refused(
                () -> params.expand(Set.of("lead", "call")),
                "?expand",
                "unknown",
                "partners cannot be expanded; offered: [call, lead]");
    }

    @Test
    void withoutAnOrderTheListsOwnHolds() {
        assertThat(params.sort("title")).containsExactly(new SortKey("title", false));
        params.orderBy = " ";
        assertThat(params.sort("title desc")).containsExactly(new SortKey("title", true));
        params.orderBy = "start";
        assertThat(params.sort("title")).containsExactly(new SortKey("start", false));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"title|title", "title asc|title", "  start.date \t DESC , title Asc|start.date desc,title", "A1|A1"
            })
    void anOrderIsFieldsWithDirections(String asked, String read) {
        assertThat(SortKey.text(SortKey.parse(asked))).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title up", "title desc now", "1st", "title,", ",title", "ti-tle", "title;drop", "desc desc desc"
            })
    void anOrderThatCannotBeReadIsRefused(String asked) {
        refused(
                () -> SortKey.parse(asked),
                "?orderBy",
                "invalid",
                "must be fields separated by commas, each with an optional \"desc\"");
    }

    @Test
    void aFieldOrdersOnce() {
        refused(() -> SortKey.parse("title,start,title desc"), "?orderBy", "repeated", "title is named twice");
    }

    @Test
    void aPageKeepsItsTokenWhenItsItemsAreChanged() {
        var page = new Page<>(List.of(1, 2), "next", Count.of(7)).map(String::valueOf);
        assertThat(page).isEqualTo(new Page<>(List.of("1", "2"), "next", Count.of(7)));
        assertThat(Page.of(List.of("a"))).isEqualTo(new Page<>(List.of("a"), null, null));
    }
}
