package eu.mpf.projects.portfolio;

import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Counts and sums in one statement, whatever the number of dimensions. */
@ApplicationScoped
class FigureQuery {

    /** The projects of a day: those versions that were true on it, with the means by which they were said to work. */
    static final String OF_A_DAY = """
            SELECT v.project_id, v.version, v.code, v.kind, v.status, v.themes, v.member_states, v.partner_countries, v.region,
                   v.fund, v.start_date, COALESCE(v.currency, v.details #>> '{budget,nationalShare,currency}') AS currency,
                   CASE WHEN v.money_public OR :all THEN v.total END AS total,
                   CASE WHEN v.money_public OR :all THEN v.eu_share END AS eu_share,
                   CASE WHEN v.money_public OR :all
                        THEN CAST(v.details #>> '{budget,nationalShare,amount}' AS numeric) END AS national_share,
                   CASE WHEN v.money_public OR :all THEN v.details #> '{budget,otherDonors}' END AS donors,
                   v.details -> 'inKind' AS goods, v.money_public OR :all AS open,
                   (SELECT c.means FROM classification c WHERE c.project_id = v.project_id AND c.decided_on <= :asOf
                    ORDER BY c.typology_version DESC, c.view, c.decided_on DESC, c.recorded_at DESC LIMIT 1) AS means
            FROM project_version v
            WHERE v.valid @> CAST(:asOf AS date) AND (:all OR v.visibility = 'PUBLISHED')
              AND (cardinality(CAST(:code AS text[])) = 0 OR v.code = ANY(CAST(:code AS text[])))
              AND (cardinality(CAST(:status AS text[])) = 0 OR v.status = ANY(CAST(:status AS text[])))
              AND (cardinality(CAST(:kind AS text[])) = 0 OR v.kind = ANY(CAST(:kind AS text[])))
              AND (cardinality(CAST(:fund AS text[])) = 0 OR v.fund = ANY(CAST(:fund AS text[])))
              AND (cardinality(CAST(:theme AS text[])) = 0 OR v.themes && CAST(:theme AS text[]))
              AND (CAST(:after AS date) IS NULL OR v.start_date >= CAST(:after AS date))
              AND (CAST(:before AS date) IS NULL OR v.start_date <= CAST(:before AS date))""";

    private static final String KEYS =
            "p.kind, p.status, p.themes, p.member_states, p.partner_countries, p.region, p.fund, p.start_date, p.means";

    /**
     * Projects, other donors, goods in kind, payments and recoveries as rows of their own, each in its own currency: only a
     * project's row counts a project, and a good's worth is in no sum of cash.
     */
    private static final String ROWS = """
            SELECT %1$s, p.currency, 1 AS projects, p.total, p.eu_share, p.national_share,
                   0 AS donors, CAST(NULL AS numeric) AS donated, 0 AS goods, CAST(NULL AS numeric) AS worth,
                   CAST(NULL AS numeric) AS paid, CAST(NULL AS numeric) AS recovered FROM p
            UNION ALL SELECT %1$s, COALESCE(d #>> '{amount,currency}', p.currency), 0, NULL, NULL, NULL,
                   1, CAST(d #>> '{amount,amount}' AS numeric), 0, NULL, NULL, NULL
                 FROM p, jsonb_array_elements(COALESCE(p.donors, '[]')) d
            UNION ALL SELECT %1$s, COALESCE(g #>> '{value,currency}', p.currency), 0, NULL, NULL, NULL,
                   0, NULL, 1, CASE WHEN p.open THEN CAST(g #>> '{value,amount}' AS numeric) END, NULL, NULL
                 FROM p, jsonb_array_elements(COALESCE(p.goods, '[]')) g
            UNION ALL SELECT %1$s, m.currency, 0, NULL, NULL, NULL, 0, NULL, 0, NULL, m.amount, NULL
                 FROM p JOIN payment m ON m.project_id = p.project_id AND m.paid_on <= :asOf WHERE p.open
            UNION ALL SELECT %1$s, b.currency, 0, NULL, NULL, NULL, 0, NULL, 0, NULL, NULL, b.amount
                 FROM p JOIN recovery b ON b.project_id = p.project_id AND b.recovered_on <= :asOf WHERE p.open""".formatted(KEYS);

    private static final String COLUMNS =
            "p.currency, p.projects, p.total, p.eu_share, p.national_share, p.donors, p.donated, p.goods, p.worth, p.paid, p.recovered";

    private final EntityManager database;

    FigureQuery(EntityManager database) {
        this.database = database;
    }

    Figures read(LocalDate asOf, Criteria criteria, Set<Dimension> dimensions, boolean all) {
        NativeQuery<Tuple> query = database.unwrap(Session.class).createNativeQuery(sql(dimensions), Tuple.class);
        bind(query, asOf, criteria, all);
        Map<String, Map<String, List<Tuple>>> groups = query.getResultList().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("dimension", String.class),
                        LinkedHashMap::new,
                        Collectors.groupingBy(
                                row -> row.get("key", String.class), LinkedHashMap::new, Collectors.toList())));
        List<FigureBreakdown> breakdowns = dimensions.stream()
                .map(dimension -> new FigureBreakdown(
                        dimension,
                        dimension.overlapping(),
                        groups.getOrDefault(dimension.name(), Map.of()).entrySet().stream()
                                .map(group -> new FigureGroup(group.getKey(), sums(group.getValue())))
                                .toList()))
                .toList();
        return new Figures(
                asOf,
                null,
                sums(groups.getOrDefault("WHOLE", Map.of()).values().stream()
                        .flatMap(Collection::stream)
                        .toList()),
                number(groups, "STATES"),
                number(groups, "COUNTRIES"),
                breakdowns);
    }

    static void bind(NativeQuery<?> query, LocalDate asOf, Criteria criteria, boolean all) {
        query.setParameter("asOf", asOf);
        query.setParameter("all", all);
        query.setParameter("code", texts(criteria.code()), String[].class);
        query.setParameter("status", texts(criteria.status()), String[].class);
        query.setParameter("kind", texts(criteria.kind()), String[].class);
        query.setParameter("fund", texts(criteria.fund()), String[].class);
        query.setParameter("theme", texts(criteria.theme()), String[].class);
        query.setParameter("after", criteria.startedAfter(), LocalDate.class);
        query.setParameter("before", criteria.startedBefore(), LocalDate.class);
    }

    static String[] texts(List<?> values) {
        return values.stream().map(Object::toString).toArray(String[]::new);
    }

    private static String sql(Set<Dimension> dimensions) {
        StringBuilder groups = new StringBuilder("SELECT 'WHOLE' AS dimension, '' AS key, " + COLUMNS + " FROM r p");
        for (Dimension dimension : dimensions) {
            groups.append(
                    " UNION ALL SELECT '%s', %s, %s FROM r p".formatted(dimension.name(), dimension.key(), COLUMNS));
        }
        return """
                WITH p AS (%s), r AS (%s), g AS (%s)
                SELECT dimension, key, currency, sum(projects) AS projects, count(total) AS totals, sum(total) AS total,
                       count(eu_share) AS shares, sum(eu_share) AS eu_share,
                       count(national_share) AS nationals, sum(national_share) AS national_share,
                       sum(donors) AS donors, count(donated) AS donations, sum(donated) AS donated,
                       sum(goods) AS goods, count(worth) AS valued, sum(worth) AS worth,
                       sum(paid) AS paid, sum(recovered) AS recovered, sum(paid) - COALESCE(sum(recovered), 0) AS net_paid
                FROM g GROUP BY dimension, key, currency
                UNION ALL SELECT 'STATES', '', NULL, count(DISTINCT c), 0, NULL, 0, NULL, 0, NULL, 0, 0, NULL, 0, 0, NULL, NULL, NULL, NULL
                          FROM p, unnest(p.member_states) c
                UNION ALL SELECT 'COUNTRIES', '', NULL, count(DISTINCT c), 0, NULL, 0, NULL, 0, NULL, 0, 0, NULL, 0, 0, NULL, NULL, NULL, NULL
                          FROM p, unnest(p.partner_countries) c
                ORDER BY 1, 2, 3""".formatted(OF_A_DAY, ROWS, groups);
    }

    private static long number(Map<String, Map<String, List<Tuple>>> groups, String name) {
        return groups.getOrDefault(name, Map.of()).values().stream()
                .flatMap(Collection::stream)
                .mapToLong(row -> row.get("projects", Number.class).longValue())
                .sum();
    }

    private static Sums sums(List<Tuple> perCurrency) {
        long projects = count(perCurrency, "projects");
        long donors = count(perCurrency, "donors");
        long goods = count(perCurrency, "goods");
        return new Sums(
                projects,
                amounts(perCurrency, "total"),
                projects - count(perCurrency, "totals"),
                amounts(perCurrency, "eu_share"),
                projects - count(perCurrency, "shares"),
                amounts(perCurrency, "national_share"),
                projects - count(perCurrency, "nationals"),
                amounts(perCurrency, "donated"),
                donors - count(perCurrency, "donations"),
                new InKindSums(goods, amounts(perCurrency, "worth"), goods - count(perCurrency, "valued")),
                new PaidSums(
                        amounts(perCurrency, "paid"),
                        amounts(perCurrency, "recovered"),
                        amounts(perCurrency, "net_paid")));
    }

    private static long count(List<Tuple> rows, String column) {
        return rows.stream()
                .mapToLong(row -> row.get(column, Number.class).longValue())
                .sum();
    }

    private static List<Money> amounts(List<Tuple> rows, String column) {
        return rows.stream()
                .filter(row -> row.get(column) != null)
                .map(row -> new Money(row.get(column, BigDecimal.class), row.get("currency", String.class)))
                .toList();
    }
}
