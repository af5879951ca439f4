package eu.mpf.projects.typology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.projects.ProjectsProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P4")
class TypologyTest {

    private final Typology first = firstVersion();

    /** F9: one type, three labels. */
    @Test
    void f9AliasesResolveToOneCode() {
        for (String label : List.of(
                "Skills/Labour Mobility Partnerships",
                "Labour Migration and Skills Partnership",
                "skills-labour-mobility",
                "SKILLS-LABOUR-MOBILITY")) {
            assertThat(first.find(label)).map(PartnershipType::code).contains("skills-labour-mobility");
        }
        assertThat(first.find("cookery")).isEmpty();
    }

    @Test
    void nextVersionTakesOverWhatIsInUse() {
        first.publish();
        Typology second = Typology.draft(first, null);
        second.retire("skills-labour-mobility", "It named a theme");
        second.map(new TypeMapping("skills-labour-mobility", null, false, "Each project is read again"));
        second.publish();
        Typology third = Typology.draft(second, null);

        assertThat(second.view().version()).isEqualTo(2);
        assertThat(second.view().types())
                .extracting(PartnershipType::code)
                .containsExactly("operational", "skills-labour-mobility");
        assertThat(third.view().types()).extracting(PartnershipType::code).containsExactly("operational");
    }

    @Test
    void noTypeRetiresSilently() {
        first.publish();
        Typology second = Typology.draft(first, null);
        second.retire("skills-labour-mobility", "It named a theme");

        refuses(ProjectsProblem.TYPOLOGY_UNMAPPED, second::publish);
    }

    @Test
    void aPublishedVersionNeverChanges() {
        first.publish();

        refuses(ProjectsProblem.TYPOLOGY_PUBLISHED, () -> first.retire("operational", "x"));
        refuses(ProjectsProblem.TYPOLOGY_PUBLISHED, () -> first.add(type("hybrid")));
        refuses(ProjectsProblem.TYPOLOGY_PUBLISHED, () -> first.annotate("x"));
        refuses(ProjectsProblem.TYPOLOGY_PUBLISHED, first::publish);
    }

    @Test
    void aLabelStandsForOneTypeOnly() {
        refuses(ProjectsProblem.CODE_TAKEN, () -> first.add(type("hybrid", "labour migration and skills partnership")));
    }

    @Test
    void onlyRetiredTypesAreMappedAndOnlyToTypesInUse() {
        first.add(type("hybrid"));
        assertThatThrownBy(() -> first.map(new TypeMapping("operational", "hybrid", true, "x")))
                .isInstanceOf(ProblemException.class);
        first.retire("operational", "x");
        first.retire("hybrid", "x");
        refuses(ProjectsProblem.TYPE_RETIRED, () -> first.map(new TypeMapping("operational", "hybrid", true, "x")));
    }

    @Test
    void aDraftIsCorrectedTypeByTypeAndSaysWhen() {
        Instant made = first.view().createdAt();
        assertThat(first.id()).isEqualTo(first.view().id()).isNotNull();
        assertThat(first.status()).isEqualTo(TypologyStatus.DRAFT);
        assertThat(first.rowVersion()).isEqualTo(first.view().revision()).isEqualTo(1);
        assertThat(first.view().updatedAt()).isAfterOrEqualTo(made);

        first.change(type("operational", "Working Partnerships"));
        assertThat(first.find("Working Partnerships"))
                .map(PartnershipType::code)
                .contains("operational");
        assertThat(first.find("Operational Partnerships")).isEmpty();
        assertThat(first.view().types())
                .extracting(PartnershipType::code)
                .containsExactly("operational", "skills-labour-mobility");

        first.annotate("Read by two people");
        assertThat(first.view().note()).isEqualTo("Read by two people");
    }

    @Test
    void aCorrectionTakesNoLabelFromAnotherTypeAndMakesNoNewOne() {
        refuses(
                ProjectsProblem.CODE_TAKEN,
                () -> first.change(type("operational", "skills/labour mobility partnerships")));
        assertThatThrownBy(() -> first.change(type("hybrid"))).isInstanceOf(ProblemException.class);
        first.publish();
        refuses(ProjectsProblem.TYPOLOGY_PUBLISHED, () -> first.change(type("operational")));
        refuses(ProjectsProblem.TYPOLOGY_PUBLISHED, () -> first.map(new TypeMapping("operational", null, false, "x")));
    }

    @Test
    void aLaterWordOnTheSameTypeReplacesTheEarlierOneAndNoOther() {
        first.add(type("hybrid"));
        first.retire("operational", "x");
        first.retire("hybrid", "x");
        first.map(new TypeMapping("hybrid", null, false, "Read again"));
        first.map(new TypeMapping("operational", null, false, "Read again"));
        first.map(new TypeMapping("operational", "skills-labour-mobility", true, "The same"));
        assertThat(first.view().mappings())
                .containsExactly(
                        new TypeMapping("hybrid", null, false, "Read again"),
                        new TypeMapping("operational", "skills-labour-mobility", true, "The same"));
        assertThatThrownBy(() -> first.map(new TypeMapping("hybrid", null, true, "x")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void whatADraftHasAddedIsTakenBackAndWhatItInheritedIsNot() {
        first.publish();
        Typology second = Typology.draft(first, null);
        second.add(type("hybrid"));
        second.retire("operational", "x");
        second.map(new TypeMapping("operational", "hybrid", true, "x"));
        second.remove("hybrid", first);
        assertThat(second.view().types())
                .extracting(PartnershipType::code)
                .containsExactly("operational", "skills-labour-mobility");
        assertThat(second.view().mappings()).isEmpty();
        refuses(ProjectsProblem.TYPE_INHERITED, () -> second.remove("operational", first));
        assertThatThrownBy(() -> second.remove("hybrid", first)).isInstanceOf(ProblemException.class);
        refuses(ProjectsProblem.TYPOLOGY_PUBLISHED, () -> first.remove("operational", null));
        refuses(ProjectsProblem.TYPOLOGY_PUBLISHED, first::requireDraft);
    }

    @Test
    void aTypeThatIsNotRetiredAfterAllIsNotMappedEither() {
        first.retire("operational", "x");
        first.map(new TypeMapping("operational", "skills-labour-mobility", true, "x"));
        first.change(type("operational", "Operational Partnerships"));
        assertThat(first.view().mappings()).isEmpty();
        first.publish();
        assertThat(first.find("operational").orElseThrow().retired()).isFalse();
    }

    @Test
    void aRetiredTypeIsNotRetiredAgainAndAnEmptyVersionIsNotPublished() {
        first.retire("operational", "x");
        refuses(ProjectsProblem.TYPE_RETIRED, () -> first.retire("operational", "y"));
        first.retire("skills-labour-mobility", "x");
        first.map(new TypeMapping("operational", null, false, "x"));
        refuses(ProjectsProblem.TYPOLOGY_UNMAPPED, first::publish);
        first.map(new TypeMapping("skills-labour-mobility", null, false, "x"));
        assertThatThrownBy(first::publish)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors())
                                .singleElement()
                                .satisfies(error -> assertThat(error.pointer()).isEqualTo("/types")));
        assertThat(first.view().publishedAt()).isNull();
        first.add(type("hybrid"));
        first.publish();
        assertThat(first.status()).isEqualTo(TypologyStatus.PUBLISHED);
        assertThat(first.view().publishedAt()).isNotNull();
    }

    private static void refuses(
            ProjectsProblem problem, org.assertj.core.api.ThrowableAssert.ThrowingCallable command) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo(problem));
    }

    private static Typology firstVersion() {
        Typology typology = Typology.draft(null, "Initial research");
        typology.add(type("operational", "Operational Partnerships"));
        typology.add(type(
                "skills-labour-mobility",
                "Skills/Labour Mobility Partnerships",
                "Labour Migration and Skills Partnership"));
        return typology;
    }

    private static PartnershipType type(String code, String... aliases) {
        return new PartnershipType(code, LocalizedText.of("en", "Name of " + code), null, List.of(aliases), null);
    }
}
