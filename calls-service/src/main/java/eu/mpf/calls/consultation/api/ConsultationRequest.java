package eu.mpf.calls.consultation.api;

import eu.mpf.calls.consultation.Consultation;
import eu.mpf.calls.consultation.Question;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A body to be asked.
 *
 * @param consultee the subject of the account that answers for it
 * @param contact an address for the reminder; none is sent when absent
 * @param language of the reminder; English when absent
 * @param round counts from 1; the latest there is when absent
 */
public record ConsultationRequest(
        @Schema(examples = "EU Delegation to Moldova") @NotBlank @Size(max = 300)
        String body,

        @NotNull Consultation.Kind kind,
        @NotBlank @Size(max = 200) String consultee,
        @NotNull LocalDate dueOn,
        @Nullable @Email @Size(max = 254) String contact,
        @Nullable @Pattern(regexp = "en|fr|de") String language,
        @Nullable @Positive Integer round) {

    Question toQuestion() {
        return new Question(body, kind, consultee, dueOn, contact, language == null ? "en" : language, round);
    }
}
