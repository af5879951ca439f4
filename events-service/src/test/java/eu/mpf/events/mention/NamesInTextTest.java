package eu.mpf.events.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X12")
class NamesInTextTest {
    private final NamesInText names = new NamesInText(List.of("Donatas Škarnulis", "Sa-Carvalho, Ana", "Bo"));

    @Test
    void aWholeNameIsFoundWhateverItsCaseAccentsAndOrder() {
        for (String text : List.of(
                "As DONATAS SKARNULIS said",
                "Škarnulis Donatas agreed",
                "thanks to donatas ŠKARNULIS.",
                "asked by Ana Sá Carvalho",
                "sá-carvalho ana")) {
            assertThat(names.in(text))
                    .as(text)
                    .extracting(NamesInText.Found::certainty)
                    .containsExactly(Certainty.WHOLE_NAME);
        }
    }

    @Test
    void theNameAloneIsWithheldAndNothingBesideIt() {
        assertThat(names.withheldIn("What does Mr Donatas Škarnulis (Lithuania) think, or Ana Sa-Carvalho?"))
                .isEqualTo("What does Mr N.N. (Lithuania) think, or N.N.?");
        assertThat(names.withheldIn("Donatas and Škarnulis are two")).isEqualTo("Donatas and Škarnulis are two");
        assertThat(names.withheldIn("")).isEmpty();
    }

    @Test
    void aTellingPartIsFoundAsAPartAndAShortOneNotAtAll() {
        assertThat(names.in("Bo and Ms Carvalho, of Bologna"))
                .containsExactly(new NamesInText.Found(10, 18, Certainty.PART_OF_NAME));
        assertThat(names.in("Carvalhosa, Anastasia")).isEmpty();
    }

    @Test
    void whoHasNoNameIsNowhere() {
        assertThat(new NamesInText(List.of("", "Bo")).isNobody()).isTrue();
    }

    @Test
    void everyPairOfStatesIsDecided() {
        var allowed = new TreeSet<String>();
        for (MentionStatus from : MentionStatus.values()) {
            from.next().forEach(to -> allowed.add(from + ">" + to));
        }
        assertThat(allowed).containsExactly("OPEN>EDITED", "OPEN>KEPT");
    }
}
