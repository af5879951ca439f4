package eu.mpf.calls.letter.api;

import eu.mpf.calls.letter.LetterService;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** For whom letters are to be sent: for these applications of the call, or for all that wait. */
@Schema(name = "LetterBatch")
public record LetterBatchRequest(
        @Nullable @Size(max = LetterService.AT_A_TIME) List<@NotNull UUID> applications) {

    List<UUID> applicationsOrNone() {
        return applications == null ? List.of() : applications;
    }
}
