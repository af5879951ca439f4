package eu.mpf.calls.check.api;

import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The answer in words, beside what changed in the application. */
@Schema(name = "ResumeRequest")
public record ResumeRequest(
        @Schema(examples = "The Ministry of the Interior.") @Nullable @Size(max = 10_000)
        String answer) {}
