package eu.mpf.projects.payment;

import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A payment to ask for. */
@Schema(
        name = "NewPayment",
        examples =
                "{\"kind\":\"PRE_FINANCING\",\"amount\":{\"amount\":\"600000.00\",\"currency\":\"EUR\"},\"reference\":\"PF-1\",\"requestedOn\":\"2024-01-15\"}")
public record NewPayment(
        @NotNull PaymentKind kind,
        @NotNull @Valid Money amount,

        @Nullable @Size(min = 1, max = 100) @Schema(description = "Number in the accounts.")
        String reference,

        @Nullable @Schema(description = "The report it is paid on; it is approved once that report is accepted.")
        UUID reportId,

        @Nullable LocalDate dueOn,

        @Nullable @Schema(description = "Today if absent.") LocalDate requestedOn) {}
