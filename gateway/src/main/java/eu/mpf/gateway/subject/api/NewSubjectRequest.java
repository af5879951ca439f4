package eu.mpf.gateway.subject.api;

import eu.mpf.gateway.subject.RequestKind;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who asks for what. */
@Schema(examples = """
        {"kind":"EXPORT","address":"jane.doe@example.org","reason":"Request 2026/17"}""")
public record NewSubjectRequest(
        @NotNull RequestKind kind,

        @NotBlank @Size(max = 254) @Schema(description = "The person's address. It is not kept, and not sent on.")
        String address,

        @Size(max = 500) @Schema(description = "For the file; no personal data.") @Nullable
        String reason) {}
