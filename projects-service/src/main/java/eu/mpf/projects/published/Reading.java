package eu.mpf.projects.published;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import eu.mpf.projects.project.PercentString;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What could be read from a printed value. Where nothing certain could be read, only {@code problem} says why: a
 * malformed value never becomes a number or a date.
 *
 * @param percent with {@code fund} where the print names one
 * @param from first day; of the month or year if the print is no more precise
 * @param to last day, likewise
 */
public record Reading(
        Kind kind,
        @Nullable Money amount,

        @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonDeserialize(using = PercentString.class)
        @Schema(type = SchemaType.STRING, description = "Percent, as a decimal string.", examples = "94.97")
        BigDecimal percent,

        @Nullable String fund,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Precision precision,
        @Nullable Integer months,
        @Nullable Problem problem) {

    /** What kind of value it was read as. */
    public enum Kind {
        AMOUNT,
        PERCENT,
        PERIOD,
        DAY,
        DURATION,
        TEXT,
        UNREADABLE
    }

    /** How exact a printed date is. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR
    }

    /** Why a value could not be read. */
    @Schema(name = "ReadingProblem")
    public enum Problem {
        /** For example digits grouped as no number is. */
        MALFORMED_AMOUNT,
        CURRENCY_MISSING,
        MALFORMED_PERCENT,
        MALFORMED_DATE,
        /** The print leaves open which of several values holds. */
        AMBIGUOUS,
        END_BEFORE_START,
        MALFORMED_DURATION
    }

    /** Nothing is known. */
    static final Reading NOTHING = text();

    static Reading amount(Money amount, @Nullable String fund) {
        return new Reading(Kind.AMOUNT, amount, null, fund, null, null, null, null, null);
    }

    static Reading percent(BigDecimal percent, @Nullable String fund) {
        return new Reading(Kind.PERCENT, null, percent, fund, null, null, null, null, null);
    }

    static Reading period(LocalDate from, LocalDate to, Precision precision) {
        return new Reading(Kind.PERIOD, null, null, null, from, to, precision, null, null);
    }

    static Reading day(LocalDate from, LocalDate to, Precision precision) {
        return new Reading(Kind.DAY, null, null, null, from, to, precision, null, null);
    }

    static Reading duration(int months) {
        return new Reading(Kind.DURATION, null, null, null, null, null, null, months, null);
    }

    static Reading text() {
        return new Reading(Kind.TEXT, null, null, null, null, null, null, null, null);
    }

    static Reading unreadable(Problem problem) {
        return new Reading(Kind.UNREADABLE, null, null, null, null, null, null, null, problem);
    }

    boolean wellFormed() {
        return kind != Kind.UNREADABLE;
    }
}
