package eu.mpf.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.ProblemException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which types of events a reader wants. */
@Tag("X8")
class TypeFilterTest {

    @Test
    void namesAreTypesOrBeginningsOfTypes() {
        TypeFilter filter = TypeFilter.of(
                List.of("eu.mpf.calls.call.published.v1", "eu.mpf.events.*", "a", "b.*"), FeedInstance.EVERYTHING);
        assertThat(filter.exact()).containsExactly("eu.mpf.calls.call.published.v1", "a");
        assertThat(filter.prefixes()).containsExactly("eu.mpf.events.", "b.");
        assertThat(filter.everything()).isFalse();
    }

    @Test
    void withoutNamesItIsEverything() {
        assertThat(TypeFilter.of(List.of(), FeedInstance.EVERYTHING).everything())
                .isTrue();
        assertThat(TypeFilter.of(List.of("a"), FeedInstance.EVERYTHING).everything())
                .isFalse();
        assertThat(TypeFilter.of(List.of("a.*"), FeedInstance.EVERYTHING).everything())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "*", ".*", "a*", "a.", ".a", "a..b", "a.*.b", "a.*.*", "a b", "a%", "a_b", "ä"})
    void whatIsNeitherIsRefused(String name) {
        assertThatThrownBy(() -> TypeFilter.of(List.of("a", name), FeedInstance.EVERYTHING))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("full name");
    }

    @Test
    void aNameIsAtMost200CharactersLongAndThereAreAtMost50() {
        assertThat(TypeFilter.of(List.of("a".repeat(200)), FeedInstance.EVERYTHING)
                        .exact())
                .hasSize(1);
        assertThatThrownBy(() -> TypeFilter.of(List.of("a".repeat(201)), FeedInstance.EVERYTHING))
                .isInstanceOf(ProblemException.class);
        assertThat(TypeFilter.of(Collections.nCopies(50, "a"), FeedInstance.EVERYTHING)
                        .exact())
                .hasSize(50);
        assertThatThrownBy(() -> TypeFilter.of(Collections.nCopies(51, "a"), FeedInstance.EVERYTHING))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.errors().getFirst().pointer())
                                .isEqualTo("?types"))
                .hasMessageContaining("At most 50");
    }
}
