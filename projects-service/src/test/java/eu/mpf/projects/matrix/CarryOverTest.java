package eu.mpf.projects.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.projects.matrix.Matrix.Cell;
import eu.mpf.projects.matrix.Matrix.ToReview;
import eu.mpf.projects.project.ProjectMeans;
import eu.mpf.projects.typology.PartnershipType;
import eu.mpf.projects.typology.TypeMapping;
import eu.mpf.projects.typology.TypologyStatus;
import eu.mpf.projects.typology.TypologyView;
import eu.mpf.web.value.LocalizedText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What was classified in an earlier version of the typology arrives in a later one by rule, or waits for a reader. */
@Tag("P7")
class CarryOverTest {

    private static final TypologyView FIRST = typology(1, List.of(), type("skills", null), type("return", null));
    private static final TypologyView SECOND = typology(
            2,
            List.of(
                    new TypeMapping("skills", "hybrid", true, "Both are one now."),
                    new TypeMapping("return", "hybrid", false, "Some of them.")),
            type("skills", "Out of use."),
            type("return", "Out of use."),
            type("hybrid", null));
    private static final TypologyView THIRD =
            typology(3, List.of(), type("hybrid", "Out of use."), type("dialogue", null));

    private static PartnershipType type(String code, @Nullable String retirement) {
        return new PartnershipType(code, LocalizedText.of("en", code), null, List.of(), retirement);
    }

    private static TypologyView typology(int version, List<TypeMapping> mappings, PartnershipType... types) {
        return new TypologyView(
                UUID.randomUUID(),
                version,
                TypologyStatus.PUBLISHED,
                null,
                List.of(types),
                mappings,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    private static CarryOver to(int version) {
        return new CarryOver(List.of(FIRST, SECOND, THIRD), version);
    }

    @Test
    void whatIsStillInUseStays() {
        assertThat(to(1).carry(1, List.of("skills", "return")))
                .isEqualTo(new CarryOver.Arrived(List.of("skills", "return"), List.of()));
    }

    @Test
    void aRuleCarriesATypeOverOnce() {
        assertThat(to(2).carry(1, List.of("skills", "skills")))
                .isEqualTo(new CarryOver.Arrived(List.of("hybrid"), List.of()));
    }

    @Test
    void whatNoRuleCarriesOverIsReadAgainWithWhatItProbablyIs() {
        assertThat(to(2).carry(1, List.of("return")))
                .isEqualTo(new CarryOver.Arrived(
                        List.of(), List.of(new ToReview("return", 1, "hybrid", "Some of them."))));
    }

    @Test
    void whatNothingLeadsOnFromIsReadAgainUnderTheTypeItHad() {
        assertThat(to(3).carry(1, List.of("skills")))
                .isEqualTo(new CarryOver.Arrived(
                        List.of(), List.of(new ToReview("skills", 1, null, "No mapping leads on from hybrid"))));
    }

    @Test
    void aVersionThatWasNeverPublishedChangesNothing() {
        assertThat(new CarryOver(List.of(FIRST), 2).carry(1, List.of("skills")))
                .isEqualTo(new CarryOver.Arrived(List.of("skills"), List.of()));
        assertThat(new CarryOver(List.of(FIRST), 2).columns()).isEmpty();
    }

    @Test
    void theColumnsAreTheTypesInUse() {
        assertThat(to(2).columns()).extracting(PartnershipType::code).containsExactly("hybrid");
        assertThat(to(1).columns()).extracting(PartnershipType::code).containsExactly("skills", "return");
    }

    private static ProjectMeans means(int version, String view, String... codes) {
        return new ProjectMeans(version, view, List.of(codes), LocalDate.of(2024, 1, 1));
    }

    private static MatrixBuilder matrix(int version, List<List<ProjectMeans>> projects) {
        MatrixBuilder matrix = new MatrixBuilder(to(version), version);
        List<List<ProjectMeans>> all = new ArrayList<>(projects);
        for (int i = 0; i < all.size(); i++) {
            matrix.add(new MatrixSource.Entry("id-" + i, "P-" + i, "Project " + i, all.get(i)));
        }
        return matrix;
    }

    @Test
    void eachViewIsCountedForItselfByTheLatestVersionUpToTheOneAsked() {
        MatrixBuilder matrix = matrix(
                2,
                List.of(
                        List.of(means(1, "FACILITY", "skills"), means(1, "GRANTEE", "return")),
                        List.of(means(1, "FACILITY", "return"), means(2, "FACILITY", "hybrid")),
                        List.of(means(3, "FACILITY", "dialogue"))));
        assertThat(matrix.columns()).hasSize(1);
        assertThat(matrix.columns().getFirst().facility()).isEqualTo(2);
        assertThat(matrix.columns().getFirst().grantee()).isZero();
        assertThat(matrix.unclassified()).as("in a later version only").isEqualTo(1);
        assertThat(matrix.rows()).hasSize(2);
        assertThat(matrix.rows().get(0).cells()).containsExactly(new Cell("hybrid", true, false, 1));
        assertThat(matrix.rows().get(0).toReview())
                .containsExactly(new ToReview("return", 1, "hybrid", "Some of them."));
        assertThat(matrix.rows().get(1).cells()).containsExactly(new Cell("hybrid", true, false, null));
    }

    @Test
    void viewsAgreeWhereBothNameTheSameMeans() {
        MatrixBuilder matrix = matrix(
                1,
                List.of(
                        List.of(means(1, "FACILITY", "skills", "return"), means(1, "GRANTEE", "return", "skills")),
                        List.of(means(1, "FACILITY", "skills"), means(1, "GRANTEE", "return")),
                        List.of(means(1, "FACILITY", "skills"), means(1, "GRANTEE", "skills", "return")),
                        List.of(means(1, "GRANTEE", "skills")),
                        List.of()));
        assertThat(matrix.agreement()).isEqualTo(new Matrix.Agreement(3, 1, new BigDecimal("0.33")));
        assertThat(matrix.unclassified()).isEqualTo(1);
        assertThat(matrix.columns().getFirst().facility()).isEqualTo(3);
        assertThat(matrix.columns().getFirst().grantee()).isEqualTo(3);
    }

    @Test
    void twoViewsOfWhichNothingArrivedDoNotAgree() {
        MatrixBuilder matrix =
                matrix(2, List.of(List.of(means(1, "FACILITY", "return"), means(1, "GRANTEE", "return"))));
        assertThat(matrix.agreement()).isEqualTo(new Matrix.Agreement(1, 0, new BigDecimal("0.00")));
        assertThat(matrix.rows().getFirst().toReview()).as("each once").hasSize(1);
    }

    @Test
    void nothingComparedIsNoAgreement() {
        assertThat(matrix(1, List.of()).agreement()).isEqualTo(new Matrix.Agreement(0, 0, null));
    }
}
