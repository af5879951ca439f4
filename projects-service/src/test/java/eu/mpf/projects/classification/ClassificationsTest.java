package eu.mpf.projects.classification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.projects.classification.Classifications.Agreement;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P6")
class ClassificationsTest {

    private static ClassificationView view(int version, View view, String... means) {
        return new ClassificationView(
                UUID.randomUUID(),
                UUID.randomUUID(),
                version,
                view,
                List.of(means),
                "MPF",
                LocalDate.of(2024, 1, 1),
                Evidence.values()[0],
                null,
                null,
                Instant.EPOCH);
    }

    private static Agreement agreement(List<String> facility, List<String> grantee) {
        return Agreement.of(1, facility, grantee);
    }

    @Test
    void viewsAgreeByWhatBothNameOfAllThatEitherNames() {
        assertThat(agreement(List.of("a", "b"), List.of("c", "b")))
                .isEqualTo(new Agreement(1, List.of("b"), List.of("a"), List.of("c"), new BigDecimal("0.33")));
        assertThat(agreement(List.of("a"), List.of("a")).rate()).isEqualTo("1.00");
        assertThat(agreement(List.of("a"), List.of("b")).rate()).isEqualTo("0.00");
        assertThat(agreement(List.of(), List.of()).rate()).isEqualTo("0.00");
        assertThat(agreement(List.of("a", "b"), List.of("a", "b", "c")).rate())
                .as("half up")
                .isEqualTo("0.67");
    }

    @Test
    void theyAreComparedInTheNewestVersionThatBothKnow() {
        List<ClassificationView> all = List.of(
                view(3, View.FACILITY, "x"),
                view(2, View.GRANTEE, "b"),
                view(2, View.FACILITY, "a", "b"),
                view(1, View.GRANTEE, "a"),
                view(1, View.FACILITY, "a"));
        assertThat(Classifications.of(all).agreement())
                .isEqualTo(new Agreement(2, List.of("b"), List.of("a"), List.of(), new BigDecimal("0.50")));
        assertThat(Classifications.of(all).items()).isEqualTo(all);
    }

    @Test
    void whileOneViewIsMissingThereIsNothingToCompare() {
        assertThat(Classifications.of(List.of(view(2, View.FACILITY, "a"), view(1, View.GRANTEE, "a")))
                        .agreement())
                .isNull();
        assertThat(Classifications.of(List.of()).agreement()).isNull();
    }

    @Test
    void theLatestOfAViewCounts() {
        List<ClassificationView> latestFirst =
                List.of(view(1, View.FACILITY, "new"), view(1, View.FACILITY, "old"), view(1, View.GRANTEE, "new"));
        assertThat(Classifications.of(latestFirst).agreement())
                .isEqualTo(new Agreement(1, List.of("new"), List.of(), List.of(), new BigDecimal("1.00")));
    }
}
