package eu.mpf.web.mail;

import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Letters in the languages of their readers. A template is a plain text {@code mail/<name>/<language>.txt} among the
 * service's resources: its first line is the subject, the text begins after an empty line, and {@code {name}} stands for
 * a value. A value without a place, or a place without a value, is an error: a letter never goes out with a hole in it.
 */
@ApplicationScoped
public class MailTemplates {
    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z]+)}");

    private final Map<String, Optional<String>> texts = new ConcurrentHashMap<>();

    /** A letter without its address. */
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
        var template = text(name, language).orElseThrow();
        check(name, template, values);
        var parts = template.split("\\R\\R", 2);
        if (parts.length < 2) {
            throw new IllegalStateException(
                    "mail/%s/%s.txt has no empty line after its subject".formatted(name, language));
        }
        var locale = Locale.forLanguageTag(language);
        return new Letter(
                language,
                put(parts[0], values, locale).replaceAll("\\p{Cntrl}+", " ").strip(),
                put(parts[1], values, locale));
    }

    private static void check(String name, String template, Map<String, ?> values) {
        var places = new TreeSet<String>();
        PLACE.matcher(template).results().map(place -> place.group(1)).forEach(places::add);
        if (!places.equals(values.keySet())) {
            throw new IllegalArgumentException(
                    "mail/%s has places %s and was given %s".formatted(name, places, new TreeSet<>(values.keySet())));
        }
    }

    private static String put(String text, Map<String, ?> values, Locale locale) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(written(values, place, locale)));
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

    private Optional<String> text(String name, String language) {
        return texts.computeIfAbsent("mail/%s/%s.txt".formatted(name, language), MailTemplates::read);
    }

    private static Optional<String> read(String path) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the template cannot be read: " + path, e);
        }
    }
}
