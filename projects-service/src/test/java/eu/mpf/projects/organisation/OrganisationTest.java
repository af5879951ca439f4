package eu.mpf.projects.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.projects.ProjectsProblem;
import eu.mpf.projects.Refusals;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A body keeps its code whatever it is called, and whoever carries on its work. */
@Tag("P1")
class OrganisationTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 1);
    private static final Identifier ROR = new Identifier("ROR", "05abc");
    private static final Identifier PIC = new Identifier("EU-PIC", "999");

    private static Organisation organisation(String code, String name, Identifier... identifiers) {
        return Organisation.register(
                code, name, new OrganisationDetails(OrganisationKind.PUBLIC_AUTHORITY, "PT", List.of(identifiers)));
    }

    @Test
    void aNewOneHasOneNameAndNoFormerOne() {
        Organisation body = organisation("PT-SEF", "SEF", ROR);
        assertThat(body.code()).isEqualTo("PT-SEF");
        assertThat(body.allNames()).containsExactly("SEF");
        assertThat(body.formerNames()).isEmpty();
        assertThat(body.searchText()).isEqualTo("SEF");
        assertThat(body.succeededBy()).isNull();
        assertThat(body.details())
                .isEqualTo(new OrganisationDetails(OrganisationKind.PUBLIC_AUTHORITY, "PT", List.of(ROR)));
        OrganisationView view = body.view();
        assertThat(view.id()).isEqualTo(body.id());
        assertThat(view.name()).isEqualTo("SEF");
        assertThat(view.mergedInto()).isNull();
        assertThat(view.createdAt()).isNotNull();
        assertThat(view.updatedAt()).isNotNull();
        assertThat(body.version()).isEqualTo(1);
    }

    @Test
    void aFormerNameStaysOnRecordUntilTheDayBeforeTheNewOneAndIsFound() {
        Organisation body = organisation("PT-SEF", "SEF");
        assertThat(body.rename("AIMA", DAY)).isEqualTo(OrganisationEvent.RENAMED);
        assertThat(body.view().name()).isEqualTo("AIMA");
        assertThat(body.view().names())
                .containsExactly(
                        new OrganisationName("SEF", null, DAY.minusDays(1)), new OrganisationName("AIMA", DAY, null));
        assertThat(body.formerNames()).containsExactly("SEF");
        assertThat(body.searchText()).isEqualTo("SEF\nAIMA");
        assertThat(body.facts().formerNames()).containsExactly("SEF");
    }

    @Test
    void twoNamesAreNotInUseSinceTheSameDay() {
        Organisation body = organisation("PT-SEF", "SEF");
        body.rename("AIMA", DAY);
        for (LocalDate early : List.of(DAY, DAY.minusDays(1))) {
            assertThatThrownBy(() -> body.rename("Another", early))
                    .satisfies(Refusals.of(ProjectsProblem.EFFECTIVE_DATE_TOO_EARLY));
        }
        assertThat(body.allNames()).containsExactly("SEF", "AIMA");
        body.rename("SEF", DAY.plusDays(1));
        assertThat(body.allNames()).as("each once").containsExactly("SEF", "AIMA");
        assertThat(body.formerNames()).containsExactly("SEF", "AIMA");
    }

    @Test
    void aSuccessorIsNamedOnceAndItsNamesFindTheFormerBody() {
        Organisation body = organisation("PT-SEF", "SEF");
        Organisation heir = organisation("PT-AIMA", "AIMA");
        assertThat(body.succeed(heir, List.of("PT-AIMA"), DAY)).isEqualTo(OrganisationEvent.SUCCEEDED);
        assertThat(body.succeededBy()).isEqualTo("PT-AIMA");
        assertThat(body.view().succeededOn()).isEqualTo(DAY);
        assertThat(body.searchText()).isEqualTo("SEF\nAIMA");
        Organisation other = organisation("PT-ACM", "ACM");
        assertThatThrownBy(() -> body.succeed(other, List.of("PT-ACM"), DAY))
                .satisfies(Refusals.of(ProjectsProblem.ORGANISATION_SUCCEEDED));
        assertThat(body.succeededBy()).isEqualTo("PT-AIMA");
    }

    @Test
    void nobodySucceedsThemselvesNotEvenThroughOthers() {
        Organisation body = organisation("PT-SEF", "SEF");
        assertThatThrownBy(() -> body.succeed(body, List.of(), DAY))
                .satisfies(Refusals.of(ProjectsProblem.SUCCESSION_CYCLE));
        assertThatThrownBy(() -> body.succeed(organisation("PT-AIMA", "AIMA"), List.of("PT-AIMA", "PT-SEF"), DAY))
                .satisfies(Refusals.of(ProjectsProblem.SUCCESSION_CYCLE));
        assertThat(body.succeededBy()).isNull();
    }

    @Test
    void aMergedRecordGivesItsIdentifiersOnceAndEachIsFoundByTheNamesOfBoth() {
        Organisation body = organisation("PT-SEF", "SEF", ROR, PIC);
        Organisation survivor = organisation("PT-AIMA", "AIMA", ROR);
        assertThat(body.mergeInto(survivor)).isEqualTo(OrganisationEvent.MERGED);
        assertThat(body.view().mergedInto()).isEqualTo("PT-AIMA");
        assertThat(survivor.details().identifiers()).containsExactly(ROR, PIC);
        assertThat(survivor.searchText()).isEqualTo("AIMA\nSEF");
        assertThat(body.searchText()).isEqualTo("SEF\nAIMA");
    }

    @Test
    void aRecordIsNotMergedIntoItself() {
        Organisation body = organisation("PT-SEF", "SEF");
        assertThatThrownBy(() -> body.mergeInto(body)).satisfies(Refusals.of(ProjectsProblem.SUCCESSION_CYCLE));
        assertThat(body.view().mergedInto()).isNull();
    }

    @Test
    void nothingIsDoneToAMergedRecordAnyMore() {
        Organisation body = organisation("PT-SEF", "SEF");
        Organisation survivor = organisation("PT-AIMA", "AIMA");
        body.mergeInto(survivor);
        var merged = Refusals.of(ProjectsProblem.ORGANISATION_MERGED);
        assertThatThrownBy(() -> body.rename("Another", DAY)).satisfies(merged);
        assertThatThrownBy(() -> body.describe(survivor.details())).satisfies(merged);
        assertThatThrownBy(() -> body.succeed(survivor, List.of("PT-AIMA"), DAY))
                .satisfies(merged);
        assertThatThrownBy(() -> body.mergeInto(organisation("PT-ACM", "ACM"))).satisfies(merged);
        assertThatThrownBy(() -> survivor.mergeInto(body)).satisfies(merged);
        assertThat(survivor.view().mergedInto()).isNull();
    }
}
