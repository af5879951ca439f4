package eu.mpf.web.bulk;

import java.util.List;

/** Does several rows, in the transaction the import has opened for them: all or none. */
@FunctionalInterface
public interface BatchHandler {
    /**
     * @param rows at least one
     * @return what was done with each, in their order
     * @throws eu.mpf.web.problem.ProblemException if a row is refused; nothing of any of them stays, and each is tried again
     *     with fewer others, in the end alone
     */
    List<RowOutcome> handle(List<Row> rows);
}
