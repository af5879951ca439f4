package eu.mpf.events.registration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the registrant agreed to.
 *
 * @param wording version of the wording agreed to
 * @param participantList whether the name may stand in the list handed to participants
 * @param followUps whether invitations to follow-up sessions may be sent
 * @param carriedFrom the registration this consent was given with, if it was carried over
 */
public record Consent(
        @NotBlank @Size(max = 40) @Schema(examples = "1") String wording,
        boolean participantList,
        boolean followUps,
        @Nullable @Schema(readOnly = true) UUID carriedFrom) {

    Consent carriedFrom(UUID registrationId) {
        return new Consent(wording, participantList, followUps, registrationId);
    }
}
