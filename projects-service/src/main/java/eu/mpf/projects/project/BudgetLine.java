package eu.mpf.projects.project;

import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is planned under one heading. Without an amount it is planned for, but nobody knows with how much. */
public record BudgetLine(
        @NotNull BudgetHeading heading,

        @Nullable @Valid @Schema(description = "Absent if unknown; zero is an amount.")
        Money amount) {}
