package eu.mpf.calls.letter;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.Decision;
import eu.mpf.calls.application.EligibilityCheck;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.CheckRules;
import eu.mpf.calls.call.ChecklistItem;
import eu.mpf.calls.eligibility.RuleFailure;
import eu.mpf.web.value.BindingLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Why, in the words of those who decided or of the guidelines. */
final class Reasons {

    private Reasons() {}

    /** @param terms those the application was handed in under; empty where nobody gave a reason */
    static String of(Application application, LetterKind kind, CallTerms terms, Locale language) {
        return switch (kind) {
            case AWARD, RESERVE, REJECTION -> decided(application);
            case INELIGIBLE -> failed(application, terms, language);
            case NOT_INVITED, REVOCATION -> {
                String reason = application.steps().getLast().reason();
                yield reason == null ? "" : reason;
            }
        };
    }

    private static String decided(Application application) {
        Decision decision = application.decision();
        return decision == null ? "" : decision.reasons();
    }

    private static String failed(Application application, CallTerms terms, Locale language) {
        EligibilityCheck check = application.eligibility();
        if (check == null) {
            return "";
        }
        List<Locale> languages = BindingLanguage.after(List.of(language), terms.binding());
        List<String> lines = new ArrayList<>();
        for (RuleFailure failure : check.failures()) {
            String section = failure.section() == null ? "" : " (" + failure.section() + ")";
            lines.add("- " + failure.words().get(languages) + section);
        }
        CheckRules rules = terms.check();
        for (EligibilityCheck.Item item : check.checklist()) {
            if (!item.met()) {
                String words = rules == null
                        ? item.item()
                        : rules.item(item.item())
                                .map(ChecklistItem::words)
                                .map(text -> text.get(languages))
                                .orElse(item.item());
                lines.add("- " + words + (item.note() == null ? "" : ": " + item.note()));
            }
        }
        if (check.note() != null) {
            lines.add(check.note());
        }
        return String.join("\n", lines);
    }
}
