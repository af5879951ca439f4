package eu.mpf.calls.letter;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.Contact;
import eu.mpf.calls.application.Contacts;
import eu.mpf.calls.application.Decision;
import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.Calls;
import eu.mpf.calls.call.DecisionRules;
import eu.mpf.calls.call.ReviewRules;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.BindingLanguage;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes letters through the templates; what a letter has to say and cannot is refused. */
@ApplicationScoped
class LetterWriter {

    private static final LocalTime LAST = LocalTime.of(23, 59, 59, 999_000_000);

    private final Letters letters;
    private final MailTemplates templates;
    private final Calls calls;
    private final Contacts contacts;

    LetterWriter(Letters letters, MailTemplates templates, Calls calls, Contacts contacts) {
        this.letters = letters;
        this.templates = templates;
        this.calls = calls;
        this.contacts = contacts;
    }

    /**
     * @param language where somebody chose one; else the contact's
     * @throws ProblemException 409 when no letter is due, or without reasons, or for what goes against the applicant without redress
     */
    Draft draft(Application application, String reference, @Nullable String language, Instant now) {
        LetterKind kind = LetterKind.of(application.status())
                .filter(each -> due(application, each))
                .orElseThrow(() -> new ProblemException(
                        CallsProblem.LETTER_NOT_DUE,
                        "It is " + application.status() + ", and the applicant was told of "
                                + application.publicStatus() + "."));
        Contact contact = contacts.main(application.id()).orElse(null);
        Locale locale = language != null ? Locale.of(language) : contact == null ? Locale.ENGLISH : contact.locale();
        Call call = calls.get(application.callId());
        Integer edition = application.callEdition();
        CallTerms terms = edition == null ? call.terms() : calls.termsOf(call.id(), edition);
        String reasons = Reasons.of(application, kind, terms, locale);
        require(!reasons.isBlank(), "reasons");
        Instant reviewUntil = kind.refusal() ? reviewUntil(call, now) : null;
        Map<String, Object> values = new HashMap<>();
        values.put("letter", reference);
        values.put("date", LocalDate.ofInstant(now, call.terms().zone()));
        values.put("addressee", addressee(application.organisation(), contact));
        values.put("application", application.reference());
        values.put("title", orEmpty(application.content().title()));
        values.put("call", call.key());
        values.put("callTitle", call.terms().title());
        values.put("reasons", reasons);
        values.put("parts", String.join("\n\n", parts(application, kind, call, reviewUntil, locale)));
        Decision decision = application.decision();
        if (decision != null && decision.amount() != null) {
            values.put("amount", decision.amount());
        }
        return new Draft(
                reference,
                application,
                contact,
                kind,
                templates.fill(kind.template(), List.of(locale), values),
                reviewUntil,
                now);
    }

    /** Who is awarded nothing any more sees it at once; the letter follows, once. */
    private boolean due(Application application, LetterKind kind) {
        return kind == LetterKind.REVOCATION
                ? letters.latest(application.id())
                        .filter(letter -> letter.kind() == LetterKind.REVOCATION)
                        .isEmpty()
                : application.publicStatus() != application.status();
    }

    private static void require(boolean there, String what) {
        if (!there) {
            throw new ProblemException(CallsProblem.LETTER_INCOMPLETE, "It lacks " + what + ".");
        }
    }

    private static String addressee(String organisation, @Nullable Contact contact) {
        return contact == null || contact.name() == null ? organisation : organisation + ", " + contact.name();
    }

    private static Object orEmpty(@Nullable LocalizedText text) {
        return text == null ? "" : text;
    }

    /** The end of the last day, in the call's zone. */
    private static @Nullable Instant reviewUntil(Call call, Instant issuedAt) {
        DecisionRules decision = call.terms().decision();
        ReviewRules review = decision == null ? null : decision.review();
        if (review == null) {
            return null;
        }
        ZoneId zone = call.terms().zone();
        LocalDate last = LocalDate.ofInstant(issuedAt, zone).plusDays(review.days());
        return last.atTime(LAST).atZone(zone).toInstant();
    }

    /** What only some letters say. */
    private List<String> parts(
            Application application, LetterKind kind, Call call, @Nullable Instant reviewUntil, Locale language) {
        Decision decision = application.decision();
        List<String> parts = new ArrayList<>();
        if (decision != null && !decision.conditions().isEmpty() && kind != LetterKind.REVOCATION) {
            parts.add(part("conditions", language, "conditions", conditions(decision)));
        }
        String redress = redress(decision, call.terms(), language);
        require(!kind.adverse() || redress != null || reviewUntil != null, "how it can be challenged");
        if (redress != null) {
            parts.add(part("redress", language, "redress", redress));
        }
        if (reviewUntil != null) {
            LocalDate until = LocalDate.ofInstant(reviewUntil, call.terms().zone());
            parts.add(part("review", language, "until", until));
        }
        return parts;
    }

    private String part(String name, Locale language, String place, Object value) {
        MailTemplates.Letter part = templates.fill("letter-part-" + name, List.of(language), Map.of(place, value));
        return part.subject() + "\n" + part.body().strip();
    }

    private static @Nullable String redress(@Nullable Decision decision, CallTerms terms, Locale language) {
        DecisionRules rules = terms.decision();
        String own = decision == null ? null : decision.redress();
        LocalizedText usual = rules == null ? null : rules.redress();
        return own != null
                ? own
                : usual == null ? null : usual.get(BindingLanguage.after(List.of(language), terms.binding()));
    }

    private static String conditions(Decision decision) {
        return decision.conditions().stream()
                .map(condition -> "- " + condition.text())
                .collect(Collectors.joining("\n"));
    }
}
