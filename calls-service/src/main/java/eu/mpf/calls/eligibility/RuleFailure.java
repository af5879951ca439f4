package eu.mpf.calls.eligibility;

import eu.mpf.web.value.LocalizedText;
import org.jspecify.annotations.Nullable;

/** A rule that does not hold: which one, in the words of the guidelines, and where to look. */
public record RuleFailure(
        String ruleId,
        LocalizedText words,
        @Nullable String section,
        String pointer,
        @Nullable String note) {

    /** A failure of the form itself rather than of a rule of the guidelines. */
    public static RuleFailure of(String ruleId, String pointer, String words) {
        return new RuleFailure(ruleId, LocalizedText.of("en", words), null, pointer, null);
    }
}
