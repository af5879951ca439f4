package eu.mpf.events.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E2")
class NameSearchTest {

    @Test
    void faultF8AccentsAndHyphensFold() {
        assertThat(NameSearch.words("Donatas Škarnulis")).containsExactly("donatas", "skarnulis");
        assertThat(NameSearch.words("Alexandra Sa-Carvalho")).containsExactly("alexandra", "sa", "carvalho");
        assertThat(NameSearch.words("Łukasz Øst Straße")).containsExactly("lukasz", "ost", "strasse");
    }

    @Test
    void faultF7TheOrderOfNamesDoesNotMatter() {
        assertThat(NameSearch.key(List.of("Vilim Lukas"))).isEqualTo(NameSearch.key(List.of("Lukas Vilim")));
        assertThat(NameSearch.sorted("Vilim Lukas")).isEqualTo(NameSearch.sorted("LUKAS, Vilim"));
    }

    @Test
    void aQueryHoldsNothingThatLikeWouldRead() {
        assertThat(NameSearch.patterns("100% _x")).containsExactly("% 100%", "% x%");
    }

    @Test
    void aKeyHoldsEveryWordOfEverySpellingOnce() {
        assertThat(NameSearch.key(List.of("Lukas Vilim", "Vilím, Lukáš"))).isEqualTo(" lukas vilim");
        assertThat(NameSearch.key(List.of("Sa-Carvalho", "Ana"))).isEqualTo(" ana carvalho sa");
        assertThat(NameSearch.key(List.of(" ", "-"))).isEmpty();
    }

    @Test
    void theOrderOfWordsMakesNoOtherName() {
        assertThat(NameSearch.sorted("Vilim, Lukas"))
                .isEqualTo("lukas vilim")
                .isEqualTo(NameSearch.sorted("Lukas Vilim"));
        assertThat(NameSearch.words(" Ana  Kos ")).containsExactly("ana", "kos");
    }
}
