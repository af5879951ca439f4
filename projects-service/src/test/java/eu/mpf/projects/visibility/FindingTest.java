package eu.mpf.projects.visibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.mpf.web.problem.ProblemException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("P16")
class FindingTest {

    private static Finding finding(
            VisibilityState state, @Nullable String url, @Nullable UUID document, @Nullable String note) {
        return new Finding(state, null, url, document, note);
    }

    private static List<String> faults(Finding finding) {
        ProblemException problem = catchThrowableOfType(ProblemException.class, finding::check);
        return problem == null
                ? List.of()
                : problem.errors().stream().map(error -> error.pointer()).toList();
    }

    @Test
    void whatIsMetIsShownByAnAddressOrADocument() {
        assertThat(faults(finding(VisibilityState.MET, "https://example.org", null, null)))
                .isEmpty();
        assertThat(faults(finding(VisibilityState.MET, null, UUID.randomUUID(), null)))
                .isEmpty();
        assertThat(faults(finding(VisibilityState.MET, null, null, "Trust me.")))
                .containsExactly("/evidenceUrl");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "MET")
    void whatIsNotMetIsExplained(VisibilityState state) {
        assertThat(faults(finding(state, null, null, "The page is gone."))).isEmpty();
        assertThat(faults(finding(state, "https://example.org", null, null))).containsExactly("/note");
        assertThat(faults(finding(state, null, null, " "))).containsExactly("/note");
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheAddressOfWhatIsMetIsEvidence(VisibilityState state) {
        assertThat(finding(state, "https://example.org", null, "Gone.").evidence())
                .hasSize(state == VisibilityState.MET ? 1 : 0);
    }
}
