package eu.mpf.calls.application;

import eu.mpf.calls.eligibility.BudgetHeading;
import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** A cost of the action. */
public record BudgetLine(
        @NotNull BudgetHeading heading,
        @Nullable @Size(max = 500) String description,
        @NotNull @Valid Money amount) {}
