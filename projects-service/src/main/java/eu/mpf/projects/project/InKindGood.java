package eu.mpf.projects.project;

import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A thing given instead of money, for example a helicopter. It is never part of the cash budget.
 *
 * @param from code of the giving organisation
 * @param to code of the receiving organisation
 * @param value its worth, where somebody has stated one
 */
public record InKindGood(
        @NotBlank @Size(max = 500) String what,
        @Positive int quantity,
        @Nullable @Size(max = 60) String from,
        @Nullable @Size(max = 60) String to,
        @Nullable @Valid Money value) {

    /** What was given, but not what it was worth. */
    InKindGood withoutValue() {
        return new InKindGood(what, quantity, from, to, null);
    }
}
