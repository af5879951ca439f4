package eu.mpf.calls.letter;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.calls.Rows;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.ApplicationCommand;
import eu.mpf.calls.application.ApplicationStatus;
import eu.mpf.calls.application.Applying;
import eu.mpf.calls.application.Content;
import eu.mpf.calls.application.Decision;
import eu.mpf.calls.application.EligibilityCheck;
import eu.mpf.calls.application.Step;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.CheckRules;
import eu.mpf.calls.call.ChecklistItem;
import eu.mpf.calls.call.TermsOfCall;
import eu.mpf.calls.eligibility.RuleFailure;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("C19")
class ReasonsTest {

    private static final Instant NOW = Instant.parse("2030-09-01T12:00:00Z");
    private static final LocalizedText RULE = text("One fund.", "Un fonds.");
    private static final LocalizedText POINT = text("Signed.", "Signé.");

    private final Application application = Applying.drafted(Content.empty());
    private final TermsOfCall terms = new TermsOfCall();

    private static LocalizedText text(String english, String french) {
        return new LocalizedText(Map.of("en", english, "fr", french));
    }

    private String reasons(LetterKind kind, Locale language) {
        CallTerms built = terms.build();
        return Reasons.of(application, kind, built, language);
    }

    private void decided() {
        Rows.read(
                application,
                "decision",
                new Decision(
                        Decision.Outcome.REJECT,
                        NOW,
                        "COMMITTEE",
                        null,
                        "By its rank.",
                        null,
                        null,
                        null,
                        List.of(),
                        List.of()));
    }

    private void moved(@Nullable String reason) {
        Rows.read(
                application,
                "steps",
                List.of(new Step(
                        NOW,
                        ApplicationCommand.DECLINE,
                        ApplicationStatus.CONCEPT_SUBMITTED,
                        ApplicationStatus.NOT_INVITED,
                        reason)));
    }

    private void checked(@Nullable String note, List<RuleFailure> failures, EligibilityCheck.Item... items) {
        Rows.read(application, "eligibility", new EligibilityCheck(false, 1, failures, List.of(items), note, NOW));
    }

    @ParameterizedTest
    @EnumSource(names = {"AWARD", "RESERVE", "REJECTION"})
    void aDecisionIsToldInTheWordsOfThoseWhoDecided(LetterKind kind) {
        assertThat(reasons(kind, Locale.ENGLISH)).isEmpty();
        decided();
        assertThat(reasons(kind, Locale.ENGLISH)).isEqualTo("By its rank.");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_INVITED", "REVOCATION"})
    void aMoveIsToldWithItsReasonIfItHasOne(LetterKind kind) {
        moved(null);
        assertThat(reasons(kind, Locale.ENGLISH)).isEmpty();
        moved("Too many before it.");
        assertThat(reasons(kind, Locale.ENGLISH)).isEqualTo("Too many before it.");
    }

    @Test
    void whoIsNotEligibleReadsEveryRuleThatFailedInTheirLanguage() {
        assertThat(reasons(LetterKind.INELIGIBLE, Locale.ENGLISH)).isEmpty();
        checked(
                "Sorry.",
                List.of(
                        new RuleFailure("fund", RULE, "2.1", "/content/fund", null),
                        new RuleFailure("fund", RULE, null, "/content/fund", null)));
        assertThat(reasons(LetterKind.INELIGIBLE, Locale.FRENCH)).isEqualTo("- Un fonds. (2.1)\n- Un fonds.\nSorry.");
    }

    @Test
    void ofTheChecklistOnlyWhatIsNotMetIsTold() {
        terms.check = new CheckRules(null, null, List.of(new ChecklistItem("signed", POINT, false)));
        checked(
                null,
                List.of(),
                new EligibilityCheck.Item("signed", false, "Page 3."),
                new EligibilityCheck.Item("signed", false, null),
                new EligibilityCheck.Item("translated", false, null),
                new EligibilityCheck.Item("stamped", true, "Well done."));
        assertThat(reasons(LetterKind.INELIGIBLE, Locale.ENGLISH))
                .isEqualTo("- Signed.: Page 3.\n- Signed.\n- translated");
    }

    @Test
    void withoutAListInTheCallThePointsAreToldAsTheOfficerWroteThem() {
        checked(null, List.of(), new EligibilityCheck.Item("The letter is signed", false, null));
        assertThat(reasons(LetterKind.INELIGIBLE, Locale.FRENCH)).isEqualTo("- The letter is signed");
    }
}
