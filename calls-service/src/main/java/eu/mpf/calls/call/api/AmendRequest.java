package eu.mpf.calls.call.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.calls.call.CallService.Amendment;
import eu.mpf.calls.call.Correction;
import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A corrigendum: why, what stands differently in the guidelines, and what that changes in the call. */
public record AmendRequest(
        @NotBlank @Size(max = 2000) String reason,
        @Nullable List<@Valid Correction> corrections,

        @Schema(description = "Merge patch (RFC 7396) of the call's terms") @Nullable
        Map<String, @Nullable Object> changes,

        @Nullable List<@Valid Envelope> envelopes) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A new envelope. */
    public record Envelope(
            @NotBlank String fund,
            @Nullable String lot,
            @NotNull @Valid Money envelope) {}

    Amendment toAmendment() {
        return new Amendment(
                reason,
                corrections == null ? List.of() : corrections,
                changes == null ? null : JSON.valueToTree(changes),
                envelopes == null
                        ? List.of()
                        : envelopes.stream()
                                .map(each -> new Amendment.Envelope(each.fund(), each.lot(), each.envelope()))
                                .toList());
    }
}
