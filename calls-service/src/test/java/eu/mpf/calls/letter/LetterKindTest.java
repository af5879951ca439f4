package eu.mpf.calls.letter;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.application.ApplicationStatus;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C19")
class LetterKindTest {

    @Test
    void aLetterIsDueForWhatTheApplicantLearnsByLetterAndForARevocation() {
        Map<ApplicationStatus, LetterKind> due = new EnumMap<>(ApplicationStatus.class);
        for (ApplicationStatus status : ApplicationStatus.values()) {
            LetterKind.of(status).ifPresent(kind -> due.put(status, kind));
        }
        assertThat(due)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        ApplicationStatus.AWARDED, LetterKind.AWARD,
                        ApplicationStatus.RESERVED, LetterKind.RESERVE,
                        ApplicationStatus.REJECTED, LetterKind.REJECTION,
                        ApplicationStatus.INELIGIBLE, LetterKind.INELIGIBLE,
                        ApplicationStatus.NOT_INVITED, LetterKind.NOT_INVITED,
                        ApplicationStatus.REVOKED, LetterKind.REVOCATION));
    }

    @Test
    void aReviewCanBeAskedOfARefusalAlone() {
        assertThat(Arrays.stream(LetterKind.values()).filter(LetterKind::refusal))
                .containsExactlyInAnyOrder(LetterKind.REJECTION, LetterKind.INELIGIBLE, LetterKind.NOT_INVITED);
    }

    @Test
    void whatGoesAgainstTheApplicantSaysHowItIsChallenged() {
        assertThat(EnumSet.allOf(LetterKind.class).stream()
                        .filter(LetterKind::adverse)
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(
                        LetterKind.REJECTION, LetterKind.INELIGIBLE, LetterKind.NOT_INVITED, LetterKind.REVOCATION);
    }

    @Test
    void eachKindHasATemplateOfItsOwn() {
        assertThat(Arrays.stream(LetterKind.values()).map(LetterKind::template))
                .contains("letter-award", "letter-not-invited")
                .doesNotHaveDuplicates();
    }
}
