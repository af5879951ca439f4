package eu.mpf.calls.committee.api;

import eu.mpf.calls.application.Decision;
import eu.mpf.calls.committee.DecisionService.Proposal;
import eu.mpf.calls.committee.Recommendation;
import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision to be recorded.
 *
 * @param recommendation risks and conditions, where no committee voted on them
 * @param meetingId the meeting whose vote it rests on, where the committee decides
 */
public record DecisionRequest(
        @NotNull Decision.Outcome outcome,
        @Nullable UUID meetingId,
        @NotBlank @Size(max = 10_000) String reasons,
        @Nullable @Size(max = 4000) String redress,
        @Nullable @Valid Money amount,
        @Nullable @Valid Recommendation recommendation) {

    Proposal toProposal() {
        return new Proposal(outcome, meetingId, reasons, redress, amount, recommendation);
    }
}
