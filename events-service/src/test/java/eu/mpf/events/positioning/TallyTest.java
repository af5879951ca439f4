package eu.mpf.events.positioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.events.reference.KnownType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E16")
class TallyTest {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static KnownType type(String code, boolean retired) {
        return new KnownType(code, JSON.textNode("Type " + code), retired);
    }

    @Test
    void everyTypeOfTheTypologyIsCountedAlsoWhereNobodyNamedIt() {
        Tally tally = Tally.of(
                List.of(type("B", false), type("OLD", true), type("A", false)),
                List.of(List.of("A"), List.of("A", "B"), List.of("A")));
        assertThat(tally.counts())
                .containsExactly(new Tally.Count("B", "Type B", 1), new Tally.Count("A", "Type A", 3));
        assertThat(tally.projects()).isEqualTo(3);
    }

    @Test
    void aProjectWithSeveralMeansCountsOnceForEachAndOnceAmongThose() {
        Tally tally = Tally.of(
                List.of(type("A", false), type("B", false)), List.of(List.of("A", "B"), List.of("B"), List.of("B")));
        assertThat(tally.severalMeans()).isEqualTo(1);
        assertThat(tally.byCode()).isEqualTo(Map.of("A", 1, "B", 3));
    }

    @Test
    void whatTheTypologyDoesNotListIsCountedUnderItsCode() {
        assertThat(Tally.of(List.of(type("OLD", true)), List.of(List.of("OLD"))).counts())
                .containsExactly(new Tally.Count("OLD", "OLD", 1));
    }

    @Test
    void aTypeIsNamedInEnglishOrInTheLanguageThereIs() {
        assertThat(type("A", false).label()).isEqualTo("Type A");
        assertThat(new KnownType("A", JSON.objectNode().put("fr", "Un").put("en", "One"), false).label())
                .isEqualTo("One");
        assertThat(new KnownType("A", JSON.objectNode().put("fr", "Un"), false).label())
                .isEqualTo("Un");
        assertThat(new KnownType("A", JSON.objectNode(), false).label()).isEqualTo("A");
        assertThat(new KnownType("A", JSON.nullNode(), false).label()).isEqualTo("A");
    }
}
