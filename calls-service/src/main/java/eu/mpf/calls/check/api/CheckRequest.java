package eu.mpf.calls.check.api;

import eu.mpf.calls.application.EligibilityCheck;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the officer found. */
public record CheckRequest(
        @NotNull Boolean eligible,
        @Nullable @Size(max = 200) List<EligibilityCheck.@NotNull @Valid Item> checklist,
        @Nullable @Size(max = 10_000) String note) {}
