package eu.mpf.web.bulk;

import java.util.Set;

/**
 * What a file is imported into.
 *
 * @param kind names the import, for example {@code projects}
 * @param scope what the rows belong to, for example an event's id; empty if to nothing
 * @param objectType of the objects the rows become, for their provenance
 * @param columns the names a row may have; another one is refused rather than overlooked
 * @param batch rows per transaction: 1, or more where rows are many and seldom refused
 */
public record ImportTarget(String kind, String scope, String objectType, Set<String> columns, int batch) {
    public ImportTarget {
        columns = Set.copyOf(columns);
        if (batch < 1 || columns.isEmpty()) {
            throw new IllegalArgumentException("an import of no rows or no columns");
        }
    }
}
