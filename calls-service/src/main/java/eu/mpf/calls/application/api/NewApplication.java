package eu.mpf.calls.application.api;

import eu.mpf.calls.application.Content;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A draft to be started. The organisation is the token's. */
public record NewApplication(
        @NotNull UUID callId, @Nullable @Valid Content content) {

    Content contentOrEmpty() {
        return content == null ? Content.empty() : content;
    }
}
