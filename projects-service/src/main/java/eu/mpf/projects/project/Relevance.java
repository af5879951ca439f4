package eu.mpf.projects.project;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.sql.SqlArguments;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a project answers a question, as a whole number. Only the newest hits are weighed, so that a word which
 * stands in most projects costs no more than any other; older ones are reached by every other order.
 */
@ApplicationScoped
public class Relevance {

    /** How many of the newest hits are weighed. */
    public static final int WEIGHED = 1_000;

    /** What the planner expects and what the last ANALYZE found; two statements in one round trip, nothing is counted. */
    private static final String ESTIMATES =
            "EXPLAIN (FORMAT JSON) SELECT FROM %s; SELECT reltuples FROM pg_class WHERE oid = 'project'::regclass";

    private final AgroalDataSource database;
    private final ObjectMapper json;

    Relevance(AgroalDataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** The weighed hits as {@code p}, with {@code p.relevance} and {@code p.question}, and their leads as {@code o}. */
    public static String from(String projects, ProjectConditions conditions) {
        return weighed(projects + conditions.where());
    }

    /** For the placeholders of {@link #from}. */
    public static Object[] values(String question, ProjectConditions conditions) {
        List<Object> values = new ArrayList<>(Arrays.asList(conditions.values()));
        values.add(question);
        return values.toArray();
    }

    /**
     * As {@link #from}, read in the cheaper of two ways: all hits by the index of words, sorted; or the newest projects one
     * after the other, until enough have answered. The first costs a row for each hit, the second a row for each project
     * looked at, which is {@link #WEIGHED} times the projects there are for one hit. The planner takes reading the words
     * of a project, which do not lie in its row, for free; so where the first way is cheaper it must not see the limit.
     */
    public String planned(String projects, ProjectConditions conditions) {
        String hits = projects + conditions.where();
        return few(hits, conditions.values()) ? weighed("(SELECT p.* FROM " + hits + " OFFSET 0) p") : weighed(hits);
    }

    private static String weighed(String hits) {
        return """
                (SELECT p.*, asked.question, (ts_rank(p.search, asked.question, 1) * 1000000)::int AS relevance
                 FROM (SELECT p.* FROM %s ORDER BY p.id DESC LIMIT %d) p, search_query(?) AS asked(question)) p \
                LEFT JOIN organisation o ON o.code = p.lead_code""".formatted(hits, WEIGHED);
    }

    private boolean few(String hits, Object[] values) {
        try (var connection = database.getConnection();
                var statement =
                        SqlArguments.prepare(connection, ESTIMATES.formatted(hits), Arrays.asList(values), true)) {
            statement.execute();
            double expected =
                    json.readTree(first(statement)).at("/0/Plan/Plan Rows").doubleValue();
            statement.getMoreResults();
            double projects = Double.parseDouble(first(statement));
            return expected * expected < WEIGHED * projects;
        } catch (SQLException | JsonProcessingException e) {
            throw new IllegalStateException("the number of hits cannot be estimated", e);
        }
    }

    private static String first(PreparedStatement statement) throws SQLException {
        try (var row = statement.getResultSet()) {
            row.next();
            return row.getString(1);
        }
    }
}
