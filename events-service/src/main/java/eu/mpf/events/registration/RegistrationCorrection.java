package eu.mpf.events.registration;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What registrants may correct themselves. Seats are no matter of it: another address, category or session is another
 * registration.
 *
 * @param formVersion version of the form that {@code answers} answer; it must be the newest once they change
 */
@Schema(name = "RegistrationCorrection")
public record RegistrationCorrection(
        @NotBlank @Size(max = 200) @Schema(examples = "Ana Example")
        String name,

        @Nullable @Size(max = 300) String organisation,

        @NotNull @Pattern(regexp = "[a-z]{2}") @Schema(examples = "en")
        String language,

        @NotNull @Valid Consent consent,

        @Nullable
        @Size(max = 100)
        @Schema(implementation = Object.class, type = SchemaType.OBJECT, examples = "{\"diet\":\"vegetarian\"}")
        Map<String, JsonNode> answers,

        @Nullable Integer formVersion) {

    RegistrationCorrection withAnswers(Map<String, JsonNode> accepted) {
        return new RegistrationCorrection(name, organisation, language, consent, accepted, formVersion);
    }

    /** Names of the fields in which this is another. */
    List<String> differences(RegistrationCorrection other) {
        List<String> fields = new ArrayList<>();
        note(fields, "name", name, other.name);
        note(fields, "organisation", organisation, other.organisation);
        note(fields, "language", language, other.language);
        note(fields, "consent", consent, other.consent);
        note(fields, "answers", answers, other.answers);
        note(fields, "formVersion", formVersion, other.formVersion);
        return fields;
    }

    private static void note(List<String> fields, String field, @Nullable Object one, @Nullable Object other) {
        if (!Objects.equals(one, other)) {
            fields.add(field);
        }
    }
}
