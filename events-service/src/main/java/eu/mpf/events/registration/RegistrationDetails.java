package eu.mpf.events.registration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.event.AudienceCategory;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody wants to come.
 *
 * @param organisation name of the body, as the registrant writes it
 * @param sessions sessions to attend; empty: the day as a whole
 * @param followUpId registers for this follow-up session alone
 * @param answers to the event's registration form, by the question's key
 * @param formVersion version of the form that was answered; if given, it must still be the newest
 * @param consent may be left out for a follow-up that carries the consent of its parent
 */
@Schema(name = "RegistrationDetails")
public record RegistrationDetails(
        @NotBlank @Size(max = 200) @Schema(examples = "Ana Example")
        String name,

        @NotBlank @Size(max = 320) @Schema(examples = "ana@example.org")
        String address,

        @NotNull AudienceCategory category,
        @Nullable @Size(max = 300) String organisation,
        @Nullable @Size(max = 50) List<@NotNull UUID> sessions,
        @Nullable UUID followUpId,

        @Nullable @Pattern(regexp = "[a-z]{2}") @Schema(examples = "en")
        String language,

        @Nullable
        @Size(max = 100)
        @Schema(implementation = Object.class, type = SchemaType.OBJECT, examples = "{\"diet\":\"vegetarian\"}")
        Map<String, JsonNode> answers,

        @Nullable Integer formVersion,
        @Nullable @Valid Consent consent) {

    public RegistrationDetails {
        sessions = sessions == null ? List.of() : sessions.stream().distinct().toList();
    }

    public String languageOrDefault() {
        return language == null ? "en" : language;
    }
}
