package eu.mpf.calls.application.api;

import eu.mpf.calls.application.EligibilityCheck;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the officer found. */
public record CheckRequest(
        @NotNull Boolean eligible,
        @Nullable List<EligibilityCheck.Item> checklist,
        @Nullable String note) {}
