package eu.mpf.gateway.partner.api;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a new key may do, and until when. */
@Schema(examples = """
        {"scopes":["projects:read"],"expiresAt":"2027-02-01T00:00:00.000Z"}""")
public record NewApiKey(
        @Size(min = 1, max = 20) @Schema(description = "A part of the client's; all of them if left out.") @Nullable
        List<@NotNull String> scopes,

        @Schema(description = "90 days from now if left out; at most a year.") @Nullable
        Instant expiresAt) {}
