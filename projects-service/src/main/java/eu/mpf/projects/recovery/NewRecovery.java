package eu.mpf.projects.recovery;

import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money to ask back. */
@Schema(
        name = "NewRecovery",
        examples =
                "{\"amount\":{\"amount\":\"1250.00\",\"currency\":\"EUR\"},\"reason\":\"Ineligible travel costs\",\"reference\":\"RO-2024-7\",\"orderedOn\":\"2024-06-01\",\"dueOn\":\"2024-07-16\"}")
public record NewRecovery(
        @NotNull @Valid Money amount,

        @NotBlank @Size(max = 2000) @Schema(description = "Why the money is asked back.")
        String reason,

        @Nullable @Schema(description = "The payment it is part of; no more of it is asked back than was paid.")
        UUID paymentId,

        @Nullable @Size(min = 1, max = 100) @Schema(description = "Number in the accounts.")
        String reference,

        @Nullable @Schema(description = "Today if absent.") LocalDate orderedOn,

        @Nullable @Schema(description = "The day by which it is to be back.")
        LocalDate dueOn) {}
