package eu.mpf.web.mail;

import static eu.mpf.web.adjustment.AdjustmentKind.MAIL_TEMPLATE;

import eu.mpf.web.adjustment.Adjustment;
import eu.mpf.web.adjustment.AdjustmentService;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Templates as their administrators work with them: by what the database holds now, not by what this instance knows. */
@ApplicationScoped
class TemplateDesk {
    private static final String ENGLISH = "en";

    private final TemplateFiles files;
    private final AdjustmentService adjustments;

    TemplateDesk(TemplateFiles files, AdjustmentService adjustments) {
        this.files = files;
        this.adjustments = adjustments;
    }

    List<MailTemplateView.Summary> all() {
        var set = adjustments.of(MAIL_TEMPLATE).stream()
                .filter(one -> one.value() != null)
                .map(Adjustment::name)
                .toList();
        return files.names().stream().map(name -> summary(name, set)).toList();
    }

    private MailTemplateView.Summary summary(String name, List<String> set) {
        var written = LocalizedText.LANGUAGES.stream()
                .filter(language -> set.contains(name + "/" + language))
                .sorted()
                .toList();
        var languages = new TreeSet<>(written);
        LocalizedText.LANGUAGES.stream()
                .filter(language -> files.find(name, language).isPresent())
                .forEach(languages::add);
        return new MailTemplateView.Summary(name, List.copyOf(initial(name).places()), List.copyOf(languages), written);
    }

    /** @throws ProblemException 404 for a mail the service does not send, or no official language */
    MailTemplateView view(String name, String language) {
        var adjustment = adjustment(name, language);
        var written = words(adjustment);
        var initial = files.find(name, language);
        var own = written.or(() -> initial);
        var text = own.orElseGet(() -> words(adjustment(name, ENGLISH)).orElseGet(() -> initial(name)));
        return new MailTemplateView(
                name,
                language,
                text.subject(),
                text.body(),
                List.copyOf(text.places()),
                written.isPresent(),
                own.isPresent() ? null : ENGLISH,
                initial.map(words -> new MailTemplateView.Words(words.subject(), words.body()))
                        .orElse(null),
                adjustment.map(Adjustment::changedAt).orElse(null),
                adjustment.map(Adjustment::changedBy).orElse(null));
    }

    long version(String name, String language) {
        return adjustment(name, language).map(Adjustment::version).orElse(0L);
    }

    /** @throws ProblemException 400 with pointers, 412 */
    void put(String name, String language, TemplateText text, long expected, @Nullable String reason) {
        check(name, language, text);
        adjustments.put(MAIL_TEMPLATE, id(name, language), text.json(), expected, before(name, language), reason);
    }

    /** @throws ProblemException 412 */
    void reset(String name, String language, long expected) {
        adjustments.put(MAIL_TEMPLATE, id(name, language), null, expected, before(name, language), null);
    }

    /**
     * A letter as it would be, with a sample where no value is given.
     *
     * @throws ProblemException 400 with pointers
     */
    MailTemplates.Letter preview(String name, String language, TemplateText text, Map<String, String> given) {
        check(name, language, text);
        Map<String, String> values = new HashMap<>();
        text.places().forEach(place -> values.put(place, "‹" + place + "›"));
        var violations = new Violations();
        given.forEach((place, value) -> {
            violations.check(
                    values.containsKey(place), "/values/" + place, "place-unknown", "the template has no such place");
            values.put(place, value);
        });
        violations.throwIfAny();
        return MailTemplates.filled(name, language, text, values);
    }

    private void check(String name, String language, TemplateText text) {
        id(name, language);
        var violations = new Violations();
        text.check(initial(name).places(), violations);
        violations.throwIfAny();
    }

    private @Nullable Object before(String name, String language) {
        return files.find(name, language).map(TemplateText::json).orElse(null);
    }

    private Optional<Adjustment> adjustment(String name, String language) {
        return adjustments.find(MAIL_TEMPLATE, id(name, language));
    }

    private static Optional<TemplateText> words(Optional<Adjustment> adjustment) {
        return adjustment.map(Adjustment::value).map(TemplateText::ofJson);
    }

    private TemplateText initial(String name) {
        return files.find(name, ENGLISH).orElseThrow(() -> ProblemException.notFound("template", name));
    }

    private String id(String name, String language) {
        if (!files.names().contains(name) || !LocalizedText.LANGUAGES.contains(language)) {
            throw ProblemException.notFound("template", name + "/" + language);
        }
        return name + "/" + language;
    }
}
