package eu.mpf.web.mail;

import static eu.mpf.web.adjustment.AdjustmentKind.MAIL_TEMPLATE;

import eu.mpf.web.adjustment.Adjustment;
import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Letters in the languages of their readers. A template is a plain text {@code mail/<name>/<language>.txt} among the
 * service's resources: its first line is the subject, the text begins after an empty line, and {@code {name}} stands for
 * a value. A value without a place, or a place without a value, is an error: a letter never goes out with a hole in it.
 * What an administrator has written goes before what came with the service.
 */
@ApplicationScoped
public class MailTemplates {
    private final TemplateFiles files;
    private final Adjustments adjustments;

    MailTemplates(TemplateFiles files, Adjustments adjustments) {
        this.files = files;
        this.adjustments = adjustments;
    }

    /** A letter without its address. */
    @Schema(name = "MailLetter", description = "A letter without its address.")
    public record Letter(String language, String subject, String body) {
        public Mail to(String address) {
            return new Mail(address, subject, body);
        }

        public Mail to(String address, List<Mail.Attachment> attachments) {
            return new Mail(address, subject, body, attachments);
        }
    }

    /**
     * Fills a template in the first of the languages there is, else in English.
     *
     * @param values text, number, {@link LocalDate}, {@link ZonedDateTime}, {@link Money} or {@link LocalizedText}, each
     *     written as the language does
     * @throws IllegalArgumentException for values and places that do not match
     * @throws IllegalStateException if there is no such template
     */
    public Letter fill(String name, List<Locale> languages, Map<String, ?> values) {
        var language = Stream.concat(languages.stream().map(Locale::getLanguage), Stream.of("en"))
                .filter(candidate -> text(name, candidate).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("there is no template mail/" + name));
        return filled(name, language, text(name, language).orElseThrow(), values);
    }

    static Letter filled(String name, String language, TemplateText template, Map<String, ?> values) {
        if (!template.places().equals(values.keySet())) {
            throw new IllegalArgumentException("mail/%s has places %s and was given %s"
                    .formatted(name, template.places(), new TreeSet<>(values.keySet())));
        }
        var locale = Locale.forLanguageTag(language);
        return new Letter(
                language,
                put(template.subject(), values, locale)
                        .replaceAll("\\p{Cntrl}+", " ")
                        .strip(),
                put(template.body(), values, locale));
    }

    private static String put(String text, Map<String, ?> values, Locale locale) {
        return TemplateText.PLACE
                .matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(written(values, place, locale)));
    }

    private static String written(Map<String, ?> values, MatchResult place, Locale locale) {
        var value = values.get(place.group(1));
        return switch (value) {
            case CharSequence text -> text.toString();
            case Number number -> NumberFormat.getInstance(locale).format(number);
            case LocalDate date ->
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .format(date);
            case ZonedDateTime at ->
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                                .withLocale(locale)
                                .format(at)
                        + " (" + at.getZone() + ")";
            case Money money -> money(money, locale);
            case LocalizedText text -> text.get(List.of(locale));
            case null, default ->
                throw new IllegalArgumentException(
                        "a letter cannot hold a " + (value == null ? "null" : value.getClass()));
        };
    }

    private static String money(Money money, Locale locale) {
        var format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return Currency.getInstance(money.currency()).getCurrencyCode() + " " + format.format(money.amount());
    }

    /** The words in force in a language, if there are any. */
    Optional<TemplateText> text(String name, String language) {
        return adjustments
                .find(MAIL_TEMPLATE, name + "/" + language)
                .map(Adjustment::value)
                .map(TemplateText::ofJson)
                .or(() -> files.find(name, language));
    }
}
