package eu.mpf.projects.project;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How well a project answers a question, as a whole number. Only the newest hits are weighed, so that a word which
 * stands in most projects costs no more than any other; older ones are reached by every other order.
 */
public final class Relevance {

    /** How many of the newest hits are weighed. */
    public static final int WEIGHED = 1_000;

    private Relevance() {}

    /** The weighed hits as {@code p}, with {@code p.relevance} and {@code p.question}, and their leads as {@code o}. */
    public static String from(String projects, ProjectConditions conditions) {
        return """
                (SELECT p.*, asked.question, (ts_rank(p.search, asked.question, 1) * 1000000)::int AS relevance
                 FROM (SELECT p.* FROM %s%s ORDER BY p.id DESC LIMIT %d) p, search_query(?) AS asked(question)) p \
                LEFT JOIN organisation o ON o.code = p.lead_code""".formatted(projects, conditions.where(), WEIGHED);
    }

    /** For the placeholders of {@link #from}. */
    public static Object[] values(String question, ProjectConditions conditions) {
        List<Object> values = new ArrayList<>(Arrays.asList(conditions.values()));
        values.add(question);
        return values.toArray();
    }
}
