package eu.mpf.events.invitation;

import eu.mpf.events.event.AudienceCategory;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Whom to invite: one address, everybody of one category, or one address in one category.
 *
 * @param category may be claimed by the invited only with this category; with an address: any if absent. Without an
 *     address, whoever claims it is approved by an organiser, unless their organisation's projects show it
 * @param name as it stands in the letter
 * @param language of the letter; English if absent
 */
@Schema(name = "InvitationDetails")
public record InvitationDetails(
        @Nullable @Size(max = 320) @Schema(examples = "ana@example.org")
        String address,

        @Nullable @Size(max = 200) @Schema(examples = "Ana Example")
        String name,

        @Nullable AudienceCategory category,

        @Nullable @Pattern(regexp = "[a-z]{2}") @Schema(examples = "en")
        String language) {

    String languageOrDefault() {
        return language == null ? "en" : language;
    }
}
