package eu.mpf.gateway.subject.api;

import eu.mpf.gateway.subject.Person;
import eu.mpf.gateway.subject.RequestKind;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Who asks for what: an address, an account, or both. */
@Schema(examples = """
        {"kind":"EXPORT","address":"jane.doe@example.org","reason":"Request 2026/17"}""")
public record NewSubjectRequest(
        @NotNull RequestKind kind,

        @Size(max = 254)
        @Schema(description = "The person's address: finds what is held under it. It is not kept, and not sent on.")
        @Nullable
        String address,

        @Size(max = 200)
        @Schema(
                description =
                        "The person's account, that is the subject of their tokens. Finds what they did while signed in,"
                                + " and what is held under every address that records prove to be theirs.")
        @Nullable
        String account,

        @Size(max = 500) @Schema(description = "For the file; no personal data.") @Nullable
        String reason) {

    Person person() {
        return new Person(address, account);
    }
}
