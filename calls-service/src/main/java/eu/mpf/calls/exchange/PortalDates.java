package eu.mpf.calls.exchange;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Dates as the portal of the Union writes them, several ways in one field: milliseconds since 1970 as a number or a text,
 * ISO 8601 with or without a time and an offset, and words such as {@code 30 November 2023 17:00:00 Brussels time}.
 */
final class PortalDates {

    static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    /** The portal's usual hour, where it names only the day. */
    static final LocalTime USUAL_HOUR = LocalTime.of(17, 0);

    private static final Pattern NUMBER = Pattern.compile("-?\\d{9,15}");

    /** Smaller numbers count seconds: as milliseconds they would lie before 1974. */
    private static final long LEAST_MILLIS = 100_000_000_000L;

    private static final DateTimeFormatter OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .appendPattern("[XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private static final List<DateTimeFormatter> DAYS = formats(
            "uuuu-MM-dd",
            "d MMMM uuuu",
            "d MMM uuuu",
            "MMMM d, uuuu",
            "EEEE, d MMMM uuuu",
            "d/M/uuuu",
            "d.M.uuuu",
            "uuuuMMdd");

    private static final List<DateTimeFormatter> TIMES = formats(
            "d MMMM uuuu H:mm[:ss]",
            "d MMM uuuu H:mm[:ss]",
            "d/M/uuuu H:mm[:ss]",
            "d.M.uuuu H:mm[:ss]",
            "uuuu-MM-dd H:mm[:ss]");

    private PortalDates() {}

    /**
     * @param local on the clocks of Brussels
     * @param day whether only a day was given, so that the hour is assumed
     */
    record Read(LocalDateTime local, boolean day) {}

    /** Empty for what is no date, or not one of the years 1 to 9999. */
    static Optional<Read> read(String text) {
        return written(text)
                .filter(read -> read.local().getYear() >= 1 && read.local().getYear() <= 9999);
    }

    private static Optional<Read> written(String text) {
        String plain = text.strip()
                .replaceAll("(?i)\\s*\\(?brussels( local)? time\\)?", "")
                .strip();
        if (NUMBER.matcher(plain).matches()) {
            return Optional.of(moment(Long.parseLong(plain)));
        }
        return first(
                        List.of(
                                value -> new Read(
                                        LocalDateTime.ofInstant(
                                                OffsetDateTime.parse(value, OFFSET)
                                                        .toInstant(),
                                                BRUSSELS),
                                        false),
                                value -> new Read(LocalDateTime.parse(value), false)),
                        plain)
                .or(() -> first(
                        TIMES.stream()
                                .<Function<String, Read>>map(
                                        format -> value -> new Read(LocalDateTime.parse(value, format), false))
                                .toList(),
                        plain))
                .or(() -> first(
                        DAYS.stream()
                                .<Function<String, Read>>map(format -> value ->
                                        new Read(LocalDate.parse(value, format).atTime(USUAL_HOUR), true))
                                .toList(),
                        plain));
    }

    private static Read moment(long number) {
        Instant instant =
                Math.abs(number) < LEAST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
        return new Read(LocalDateTime.ofInstant(instant, BRUSSELS), false);
    }

    private static Optional<Read> first(List<Function<String, Read>> readers, String text) {
        for (Function<String, Read> reader : readers) {
            try {
                return Optional.of(reader.apply(text));
            } catch (DateTimeException e) {
                // Not this way of writing; the next is tried.
            }
        }
        return Optional.empty();
    }

    private static List<DateTimeFormatter> formats(String... patterns) {
        return List.of(patterns).stream()
                .map(pattern -> new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(pattern)
                        .toFormatter(Locale.ENGLISH))
                .toList();
    }
}
