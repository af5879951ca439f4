package eu.mpf.projects.published;

import eu.mpf.projects.published.Reading.Problem;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads printed values: only what leaves no doubt, never a repair. */
final class Prints {

    private static final Pattern FUND = Pattern.compile(
            "\\s+(?:from\\s+|du\\s+|aus\\s+)?(AMIF|ISF[- ]Borders|ISF[- ]Police|ISF|BMVI)$", Pattern.CASE_INSENSITIVE);
    private static final Pattern CURRENCY_FIRST = Pattern.compile("(EUR|€|USD|\\$|GBP|£|CHF)\\s*(.+)");
    private static final Pattern CURRENCY_LAST = Pattern.compile("(.+?)\\s*(EUR|€|USD|GBP|£|CHF)");
    private static final Map<String, String> CURRENCIES = Map.of("€", "EUR", "$", "USD", "£", "GBP");
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3}(?:[.,]\\d{1,4})?)\\s*(?:%|per cent|percent)");
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Pattern BETWEEN = Pattern.compile(
            "\\s+(?:to|until|à|au|a|al|até|bis|do|till|tot|til)\\s+|\\s*[–—]\\s*|\\s+-\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEADING =
            Pattern.compile("^(?:from|du|von|vom|de|del|dal|od|desde)\\s+", Pattern.CASE_INSENSITIVE);
    private static final Pattern DOUBT =
            Pattern.compile("\\b(?:or|ou|oder|o|approximately|about|circa|ca)\\b|\\?", Pattern.CASE_INSENSITIVE);
    private static final Pattern DURATION = Pattern.compile(
            "(\\d{1,3})\\s*(months?|mois|monate?n?|meses|mesi|maanden|years?|ans?|années?|jahre?n?|años|anos|anni)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEARS = Pattern.compile("(?:y|an|j|añ).*", Pattern.CASE_INSENSITIVE);

    private Prints() {}

    static Reading read(PublishedField field, String printed) {
        String text = printed.strip();
        return switch (field) {
            case TOTAL, EU_SHARE, NATIONAL_SHARE, REQUESTED_TOTAL, REQUESTED_GRANT -> amount(text);
            case SHARE -> share(text);
            case PERIOD -> period(text);
            case START, END, KICK_OFF, CLOSING_EVENT -> day(text);
            case DURATION -> duration(text);
            case MILESTONE, NOTE -> Reading.text();
        };
    }

    /** A share is printed as a percentage or, against the rule, as an amount; with or without its fund. */
    private static Reading share(String text) {
        return text.contains("%") || text.toLowerCase(Locale.ROOT).contains("cent") ? percent(text) : amount(text);
    }

    private static Reading percent(String text) {
        Matcher m = PERCENT.matcher(withoutFund(text));
        if (!m.matches()) {
            return Reading.unreadable(Problem.MALFORMED_PERCENT);
        }
        BigDecimal percent = new BigDecimal(m.group(1).replace(',', '.'));
        return percent.compareTo(HUNDRED) > 0
                ? Reading.unreadable(Problem.MALFORMED_PERCENT)
                : Reading.percent(percent, fund(text));
    }

    private static Reading amount(String text) {
        String rest = withoutFund(text);
        Matcher first = CURRENCY_FIRST.matcher(rest);
        if (first.matches()) {
            return amount(first.group(1), first.group(2), text);
        }
        Matcher last = CURRENCY_LAST.matcher(rest);
        if (last.matches()) {
            return amount(last.group(2), last.group(1), text);
        }
        return Reading.unreadable(
                AmountPrint.read(rest).isPresent() ? Problem.CURRENCY_MISSING : Problem.MALFORMED_AMOUNT);
    }

    private static Reading amount(String currency, String number, String text) {
        return AmountPrint.read(number.strip())
                .map(value -> Reading.amount(new Money(value, CURRENCIES.getOrDefault(currency, currency)), fund(text)))
                .orElseGet(() -> Reading.unreadable(Problem.MALFORMED_AMOUNT));
    }

    private static Reading period(String text) {
        if (DOUBT.matcher(text).find()) {
            return Reading.unreadable(Problem.AMBIGUOUS);
        }
        String[] ends = BETWEEN.split(LEADING.matcher(text).replaceFirst(""));
        if (ends.length != 2) {
            return Reading.unreadable(Problem.MALFORMED_DATE);
        }
        Optional<DatePrint> from = DatePrint.read(ends[0]);
        Optional<DatePrint> to = DatePrint.read(ends[1]);
        if (from.isEmpty() || to.isEmpty()) {
            return Reading.unreadable(Problem.MALFORMED_DATE);
        }
        if (to.get().to().isBefore(from.get().from())) {
            return Reading.unreadable(Problem.END_BEFORE_START);
        }
        Reading.Precision coarser = from.get().precision().compareTo(to.get().precision()) >= 0
                ? from.get().precision()
                : to.get().precision();
        return Reading.period(from.get().from(), to.get().to(), coarser);
    }

    private static Reading day(String text) {
        if (DOUBT.matcher(text).find()) {
            return Reading.unreadable(Problem.AMBIGUOUS);
        }
        return DatePrint.read(text)
                .map(date -> Reading.day(date.from(), date.to(), date.precision()))
                .orElseGet(() -> Reading.unreadable(Problem.MALFORMED_DATE));
    }

    private static Reading duration(String text) {
        Matcher m = DURATION.matcher(text);
        if (!m.matches()) {
            return Reading.unreadable(Problem.MALFORMED_DURATION);
        }
        int count = Integer.parseInt(m.group(1));
        return Reading.duration(YEARS.matcher(m.group(2)).matches() ? count * 12 : count);
    }

    private static String withoutFund(String text) {
        return FUND.matcher(text).replaceFirst("").strip();
    }

    private static @Nullable String fund(String text) {
        Matcher m = FUND.matcher(text);
        return m.find() ? m.group(1).toUpperCase(Locale.ROOT).replace(' ', '-') : null;
    }
}
