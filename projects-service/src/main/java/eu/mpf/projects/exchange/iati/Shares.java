package eu.mpf.projects.exchange.iati;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Parts that add up to the whole to the last cent: the last part takes what rounding leaves. */
final class Shares {

    private Shares() {}

    /** A part of a budget, within one calendar year. */
    record Period(LocalDate from, LocalDate to, BigDecimal amount) {}

    /** As many equal percentages. The standard demands them where it asks for several countries; nobody has weighed them. */
    static List<BigDecimal> percentages(int parts) {
        BigDecimal hundred = new BigDecimal("100.00");
        BigDecimal each = hundred.divide(BigDecimal.valueOf(parts), 2, RoundingMode.DOWN);
        List<BigDecimal> shares = new ArrayList<>();
        for (int i = 1; i < parts; i++) {
            shares.add(each);
        }
        shares.add(hundred.subtract(each.multiply(BigDecimal.valueOf(parts - 1L))));
        return shares;
    }

    /** The amount by calendar year, in proportion to the days. */
    static List<Period> byYear(LocalDate from, LocalDate to, BigDecimal amount) {
        BigDecimal days = BigDecimal.valueOf(ChronoUnit.DAYS.between(from, to) + 1);
        List<Period> periods = new ArrayList<>();
        BigDecimal rest = amount;
        for (LocalDate start = from; !start.isAfter(to); start = LocalDate.of(start.getYear() + 1, 1, 1)) {
            LocalDate endOfYear = LocalDate.of(start.getYear(), 12, 31);
            boolean last = !endOfYear.isBefore(to);
            LocalDate end = last ? to : endOfYear;
            BigDecimal part = last
                    ? rest
                    : amount.multiply(BigDecimal.valueOf(ChronoUnit.DAYS.between(start, end) + 1))
                            .divide(days, 2, RoundingMode.DOWN);
            periods.add(new Period(start, end, part));
            rest = rest.subtract(part);
        }
        return periods;
    }
}
