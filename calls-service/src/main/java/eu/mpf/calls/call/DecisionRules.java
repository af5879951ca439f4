package eu.mpf.calls.call;

import eu.mpf.calls.scoring.Cut;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import org.jspecify.annotations.Nullable;

/**
 * Who decides on awards, and how.
 *
 * @param quorum members present and without a conflict that a decision of the committee needs
 * @param cut how the ranking meets the money; nobody overtakes when absent
 */
public record DecisionRules(
        @NotNull Body body, @Positive int quorum, @Nullable Cut cut) {

    public Cut cutOrDefault() {
        return cut == null ? Cut.STRICT : cut;
    }

    /** The body that decides. */
    public enum Body {
        COMMITTEE,
        PROGRAMME_OFFICER
    }
}
