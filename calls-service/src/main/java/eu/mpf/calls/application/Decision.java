package eu.mpf.calls.application;

import eu.mpf.web.value.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was decided, by whom and why.
 *
 * @param amount what is awarded; absent unless the outcome is an award
 * @param redress how the applicant can have it reviewed
 */
public record Decision(
        Outcome outcome,
        Instant decidedAt,
        String body,
        @Nullable UUID meetingId,
        String reasons,
        @Nullable String redress,
        @Nullable Money amount,
        @Nullable UUID grantId) {

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
