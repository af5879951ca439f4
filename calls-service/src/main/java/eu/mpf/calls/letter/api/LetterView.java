package eu.mpf.calls.letter.api;

import eu.mpf.calls.letter.Letter;
import eu.mpf.calls.letter.LetterKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A decision letter.
 *
 * @param reviewUntil until when a review may be asked for; absent where there is none
 * @param mailed whether an address was known to send it to
 */
@Schema(name = "DecisionLetter")
public record LetterView(
        UUID id,
        @Schema(examples = "MPF-L-000012") String reference,
        UUID applicationId,
        LetterKind kind,

        @Schema(
                description =
                        "Of the letter. It is written in this language alone, which is therefore the binding one.",
                examples = "en")
        String language,

        String subject,
        String text,
        @Nullable Instant reviewUntil,
        Instant issuedAt,
        boolean mailed) {

    static LetterView of(Letter letter) {
        return new LetterView(
                letter.id(),
                letter.reference(),
                letter.applicationId(),
                letter.kind(),
                letter.language(),
                letter.subject(),
                letter.body(),
                letter.reviewUntil(),
                letter.issuedAt(),
                letter.mailed());
    }
}
