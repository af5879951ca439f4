package eu.mpf.calls.application;

import eu.mpf.calls.eligibility.RuleFailure;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The administrative and eligibility check: what the rules say of what was handed in, and what the officer found. */
public record EligibilityCheck(
        boolean eligible,
        int callEdition,
        List<RuleFailure> failures,
        List<Item> checklist,
        @Nullable String note,
        Instant checkedAt) {

    /** A point of the check-list, by the code the call gives it. */
    public record Item(
            @NotBlank @Size(max = 500) String item,
            boolean met,
            @Nullable @Size(max = 4000) String note) {}
}
