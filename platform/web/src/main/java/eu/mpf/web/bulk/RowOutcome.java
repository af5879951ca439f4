package eu.mpf.web.bulk;

import org.jspecify.annotations.Nullable;

/**
 * What a handler did with a row. A row that cannot be done ends in a ProblemException instead.
 *
 * @param key the row's own name for the object, as people know it
 * @param id the object's id
 */
public record RowOutcome(Outcome outcome, @Nullable String key, Object id) {

    public static RowOutcome created(@Nullable String key, Object id) {
        return new RowOutcome(Outcome.CREATED, key, id);
    }

    public static RowOutcome updated(@Nullable String key, Object id) {
        return new RowOutcome(Outcome.UPDATED, key, id);
    }

    public static RowOutcome unchanged(@Nullable String key, Object id) {
        return new RowOutcome(Outcome.UNCHANGED, key, id);
    }
}
