package eu.mpf.calls.evaluation;

import eu.mpf.calls.eligibility.Stage;
import eu.mpf.web.value.Sha256;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail tells of a consensus.
 *
 * @param comment SHA-256 of the comment, in hexadecimal; null if there is none
 */
record ConsensusTrace(
        Stage stage,
        Map<String, BigDecimal> marks,
        BigDecimal total,
        @Nullable String comment) {

    static ConsensusTrace of(Consensus consensus) {
        String comment = consensus.comment();
        return new ConsensusTrace(
                consensus.stage(),
                Map.copyOf(consensus.marks()),
                consensus.total(),
                comment == null ? null : Sha256.hex(comment));
    }
}
