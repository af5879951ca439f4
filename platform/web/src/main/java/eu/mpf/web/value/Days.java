package eu.mpf.web.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import org.jspecify.annotations.Nullable;

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

    /**
     * The day in these characters, or null if they are not one in just this form: ten characters, four digits for a year
     * from 1 on. A formatter finds out the same, and more, at ten times the cost.
     */
    public static @Nullable LocalDate plain(char[] text, int from, int length) {
        if (length != 10 || text[from + 4] != '-' || text[from + 7] != '-') {
            return null;
        }
        int year = number(text, from, 4);
        int month = number(text, from + 5, 2);
        int day = number(text, from + 8, 2);
        if (year < 1
                || month < 1
                || month > 12
                || day < 1
                || day > Month.of(month).length(Year.isLeap(year))) {
            return null;
        }
        return LocalDate.of(year, month, day);
    }

    /** -1 if one of the characters is no digit. */
    private static int number(char[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            int digit = text[i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
