package eu.mpf.web.value;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Days as partners write them: {@code 2026-03-31}, a full-date of RFC 3339, whose years have four digits. */
public final class Days {
    private Days() {}

    /** @throws DateTimeException if the text is no day of the years 1 to 9999 */
    public static LocalDate parse(String text) {
        return checked(LocalDate.parse(text));
    }

    /** @throws DateTimeException if the day is not in the years 1 to 9999 */
    public static LocalDate checked(LocalDate day) {
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new DateTimeException("a year has four digits");
        }
        return day;
    }
}
