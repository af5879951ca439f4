package eu.mpf.calls.evaluation.api;

import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.evaluation.Consensus;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The marks agreed on; it passes when every criterion's threshold and the overall one are reached. */
@Schema(name = "Consensus")
public record ConsensusView(
        UUID applicationId,
        Stage stage,
        Map<String, BigDecimal> marks,
        BigDecimal total,
        boolean passes,
        @Nullable String comment,
        Instant agreedAt) {

    static ConsensusView of(Consensus consensus) {
        return new ConsensusView(
                consensus.applicationId(),
                consensus.stage(),
                consensus.marks(),
                consensus.total(),
                consensus.passes(),
                consensus.comment(),
                consensus.agreedAt());
    }
}
