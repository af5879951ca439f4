package eu.mpf.gateway.partner.api;

import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a partner says of a program; also what can be changed later. */
@Schema(examples = """
        {"name":"Portfolio mirror","contact":"it@border-guard.example","scopes":["projects:read","changes:read"]}""")
public record NewApiClient(
        @NotBlank @Size(max = 200) @Schema(description = "What the program is called.")
        String name,

        @NotBlank @Email @Size(max = 254) @Schema(description = "Address for notices, best a functional mailbox.")
        String contact,

        @NotEmpty @Size(max = 20) @Schema(description = "The most its keys may do: `projects:read`, `calls:write`, …")
        List<@NotNull String> scopes) {}
