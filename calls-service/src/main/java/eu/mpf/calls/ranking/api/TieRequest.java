package eu.mpf.calls.ranking.api;

import eu.mpf.calls.eligibility.Stage;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The order of applications that are equal to the end, the best first, and why. */
public record TieRequest(
        @Nullable Stage stage,
        @NotNull @Size(min = 2, max = 100) List<UUID> applications,
        @NotBlank @Size(max = 4000) String reason) {}
