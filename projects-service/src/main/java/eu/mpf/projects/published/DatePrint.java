package eu.mpf.projects.published;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Dates as they are printed in the languages of the Union: {@code 26.11.2019}, {@code 14 Oct 2021}, {@code März 2019},
 * {@code 2020}. Days stand before months, as everywhere in Europe.
 *
 * @param from the first day meant
 * @param to the last day meant
 */
record DatePrint(LocalDate from, LocalDate to, Reading.Precision precision) {

    private static final List<String> LANGUAGES = List.of(
            "en", "fr", "de", "es", "it", "pt", "nl", "pl", "ro", "sv", "da", "fi", "cs", "sk", "sl", "hr", "hu", "et",
            "lv", "lt", "el", "bg", "ga", "mt");

    private static final Map<String, Month> MONTHS = months();

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
    private static final Pattern NUMERIC = Pattern.compile("(\\d{1,2})[./-](\\d{1,2})[./-](\\d{4})");
    private static final Pattern NAMED = Pattern.compile(
            "(?:(\\d{1,2})(?:\\.|er|st|nd|rd|th)?\\s+(?:de\\s+)?)?([\\p{L}]+)\\.?\\s+(?:de\\s+)?(\\d{4})");
    private static final Pattern NUMERIC_MONTH = Pattern.compile("(\\d{1,2})[./](\\d{4})");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})");

    static Optional<DatePrint> read(String print) {
        String text = print.strip();
        try {
            Matcher m = ISO.matcher(text);
            if (m.matches()) {
                return Optional.of(day(number(m, 1), number(m, 2), number(m, 3)));
            }
            m = NUMERIC.matcher(text);
            if (m.matches()) {
                return Optional.of(day(number(m, 3), number(m, 2), number(m, 1)));
            }
            m = NUMERIC_MONTH.matcher(text);
            if (m.matches()) {
                return Optional.of(month(YearMonth.of(number(m, 2), number(m, 1))));
            }
            m = YEAR.matcher(text);
            if (m.matches()) {
                int year = number(m, 1);
                return Optional.of(
                        new DatePrint(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Reading.Precision.YEAR));
            }
            m = NAMED.matcher(text);
            return m.matches() ? named(m) : Optional.empty();
        } catch (DateTimeException e) {
            // A thirteenth month, a thirtieth of February: printed, but not a date.
            return Optional.empty();
        }
    }

    private static Optional<DatePrint> named(Matcher m) {
        Month month = MONTHS.get(plain(m.group(2)));
        if (month == null) {
            return Optional.empty();
        }
        int year = number(m, 3);
        return Optional.of(
                m.group(1) == null ? month(YearMonth.of(year, month)) : day(year, month.getValue(), number(m, 1)));
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }

    private static DatePrint day(int year, int month, int day) {
        LocalDate date = LocalDate.of(year, month, day);
        return new DatePrint(date, date, Reading.Precision.DAY);
    }

    private static DatePrint month(YearMonth month) {
        return new DatePrint(month.atDay(1), month.atEndOfMonth(), Reading.Precision.MONTH);
    }

    /** Names that mean different months in different languages (listopad) mean nothing here. */
    private static Map<String, Month> months() {
        Map<String, Month> names = new HashMap<>();
        Set<String> ambiguous = new HashSet<>();
        for (String language : LANGUAGES) {
            for (TextStyle style :
                    List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE)) {
                for (Month month : Month.values()) {
                    String name = plain(month.getDisplayName(style, Locale.forLanguageTag(language)));
                    Month other = names.putIfAbsent(name, month);
                    if (other != null && other != month) {
                        ambiguous.add(name);
                    }
                }
            }
        }
        // What English says is meant in English: the sources are.
        for (Month month : Month.values()) {
            for (TextStyle style : List.of(TextStyle.FULL, TextStyle.SHORT)) {
                ambiguous.remove(plain(month.getDisplayName(style, Locale.ENGLISH)));
                names.put(plain(month.getDisplayName(style, Locale.ENGLISH)), month);
            }
        }
        names.putIfAbsent("sept", Month.SEPTEMBER);
        ambiguous.forEach(names::remove);
        names.keySet().removeIf(name -> !name.chars().allMatch(Character::isLetter));
        return Map.copyOf(names);
    }

    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}|\\.", "")
                .toLowerCase(Locale.ROOT);
    }
}
