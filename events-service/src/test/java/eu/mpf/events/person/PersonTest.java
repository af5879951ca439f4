package eu.mpf.events.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.events.Refusals;
import eu.mpf.web.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E10")
class PersonTest {

    private static PersonDetails details(@Nullable String key, String name, String... variants) {
        return new PersonDetails(key, "Ms", name, List.of(variants));
    }

    @Test
    void theNameItselfIsNoVariantOfItAndAVariantStandsOnce() {
        assertThat(details(null, "Ana Kos", "Kos Ana", "Ana Kos", "Kos Ana").nameVariants())
                .containsExactly("Kos Ana");
        assertThat(new PersonDetails(null, null, "Ana Kos", null).nameVariants())
                .isEmpty();
    }

    @Test
    void aKeyIsGivenOnceAndNeverChanged() {
        Person person = new Person(details(null, "Ana Kos"));
        person.revise(details("ana-kos", "Ana Kos"));
        assertThat(person.details().key()).isEqualTo("ana-kos");
        for (String other : new String[] {"ana", null}) {
            assertThatThrownBy(() -> person.revise(details(other, "Another")))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            problem -> assertThat(problem.errors().getFirst().pointer())
                                    .isEqualTo("/key"));
        }
        person.revise(details("ana-kos", "Ana Kos-Lam"));
        assertThat(person.details()).isEqualTo(details("ana-kos", "Ana Kos-Lam"));
    }

    @Test
    void aDuplicateGivesItsSpellingsAndStandsForTheOtherFromThenOn() {
        Person person = new Person(details("ana", "Ana Kos", "A. Kos"));
        Person duplicate = new Person(details("anna", "Anna Koss", "Koss A."));
        person.absorb(duplicate);
        assertThat(person.details()).isEqualTo(details("ana", "Ana Kos", "A. Kos", "Anna Koss", "Koss A."));
        assertThat(person.mergedInto()).isNull();
        assertThat(duplicate.mergedInto()).isEqualTo(person.id());
    }

    @Test
    void nobodyIsADuplicateOfThemselves() {
        Person person = new Person(details(null, "Ana Kos"));
        assertThatThrownBy(() -> person.absorb(person))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors().getFirst().pointer())
                                .isEqualTo("/duplicateId"));
        assertThat(person.mergedInto()).isNull();
    }

    @Test
    void whoWasMergedIntoAnotherIsLeftAsTheyWere() {
        Person person = new Person(details(null, "Ana Kos"));
        Person merged = new Person(details(null, "Anna Koss"));
        person.absorb(merged);
        Person third = new Person(details(null, "A. Koss"));
        assertThatThrownBy(() -> merged.revise(details(null, "Another"))).satisfies(Refusals.STEP_NOT_POSSIBLE);
        assertThatThrownBy(() -> merged.absorb(third)).satisfies(Refusals.STEP_NOT_POSSIBLE);
        assertThatThrownBy(() -> third.absorb(merged)).satisfies(Refusals.STEP_NOT_POSSIBLE);
        assertThatThrownBy(merged::erase).satisfies(Refusals.STEP_NOT_POSSIBLE);
        assertThat(merged.details()).isEqualTo(details(null, "Anna Koss"));
        assertThat(third.details()).isEqualTo(details(null, "A. Koss"));
    }

    @Test
    @Tag("E18")
    void ofWhoeverIsErasedNothingPersonalIsLeft() {
        Person person = new Person(details("ana-kos", "Ana Kos", "A. Kos"));
        person.erase();
        assertThat(person.details()).isEqualTo(new PersonDetails(null, null, Withheld.NAME, List.of()));
    }

    @Test
    void whatDiffersIsToldByItsField() {
        PersonDetails before = details("ana", "Ana Kos", "A. Kos");
        assertThat(before.differences(before)).isEmpty();
        assertThat(new PersonDetails("anna", "Dr", "Anna Kos", List.of()).differences(before))
                .containsExactly("key", "honorific", "name", "nameVariants");
    }
}
