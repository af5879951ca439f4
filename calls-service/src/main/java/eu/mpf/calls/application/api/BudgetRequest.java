package eu.mpf.calls.application.api;

import eu.mpf.calls.application.BudgetLine;
import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The budget anew. */
public record BudgetRequest(
        @NotNull @Size(max = 500) List<@Valid BudgetLine> lines,
        @Nullable @Valid Money euShare) {}
