package eu.mpf.web.bulk;

/** Does one row, in the transaction the import has opened for it. */
@FunctionalInterface
public interface RowHandler {
    /**
     * @return what was done
     * @throws eu.mpf.web.problem.ProblemException for a row that is refused; nothing of it stays
     */
    RowOutcome handle(Row row);
}
