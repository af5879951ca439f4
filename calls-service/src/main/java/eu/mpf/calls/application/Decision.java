package eu.mpf.calls.application;

import eu.mpf.web.value.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided, by whom and why.
 *
 * @param amount what is awarded, or would be once there is money; absent for a rejection
 * @param redress how the applicant can have it reviewed
 * @param risks what was seen to go wrong; not for the applicant
 * @param conditions what the award depends on
 */
public record Decision(
        Outcome outcome,
        Instant decidedAt,
        String body,
        @Nullable UUID meetingId,
        String reasons,
        @Nullable String redress,
        @Nullable Money amount,
        @Nullable UUID grantId,
        List<Risk> risks,
        List<Condition> conditions) {

    public Decision {
        risks = risks == null ? List.of() : List.copyOf(risks);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    Decision withRedress(String how) {
        return new Decision(outcome, decidedAt, body, meetingId, reasons, how, amount, grantId, risks, conditions);
    }

    /** As the applicant reads it. */
    public Decision forApplicant() {
        return new Decision(outcome, decidedAt, body, null, reasons, redress, amount, grantId, List.of(), conditions);
    }

    /** What a body can decide. */
    public enum Outcome {
        AWARD(ApplicationCommand.AWARD),
        RESERVE(ApplicationCommand.RESERVE),
        REJECT(ApplicationCommand.REJECT);

        private final ApplicationCommand command;

        Outcome(ApplicationCommand command) {
            this.command = command;
        }

        ApplicationCommand command() {
            return command;
        }
    }
}
