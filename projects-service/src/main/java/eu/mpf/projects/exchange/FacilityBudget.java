package eu.mpf.projects.exchange;

import eu.mpf.projects.exchange.iati.IatiOrganisation;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the portfolio amounts to in each calendar year: published totals by days, of projects whose dates are known. */
@ApplicationScoped
public class FacilityBudget {

    private static final String BY_YEAR = """
            SELECT year, currency, round(sum(total * (least(end_date, make_date(year, 12, 31))
                                                     - greatest(start_date, make_date(year, 1, 1)) + 1)
                                             / (end_date - start_date + 1)), 2) AS amount
            FROM project, generate_series(extract(year FROM start_date)::int, extract(year FROM end_date)::int) year
            WHERE visibility = 'PUBLISHED' AND money_public AND total IS NOT NULL AND status <> 'TERMINATED'
              AND start_date IS NOT NULL AND end_date IS NOT NULL
            GROUP BY year, currency ORDER BY year, currency""";

    private final Sql sql;

    FacilityBudget(Sql sql) {
        this.sql = sql;
    }

    public List<IatiOrganisation.Year> byYear() {
        return sql.list(
                BY_YEAR,
                row -> new IatiOrganisation.Year(
                        row.getInt("year"), row.getString("currency"), row.getBigDecimal("amount")));
    }
}
