package eu.mpf.calls.letter.api;

import eu.mpf.calls.letter.Letter;
import eu.mpf.calls.letter.LetterService;
import eu.mpf.web.problem.ProblemException;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What became of one application of a batch.
 *
 * @param issued whether the letter went out; in a dry run, whether it would
 * @param code of the problem, where it did not
 */
@Schema(name = "LetterResult")
public record LetterResult(
        UUID applicationId,
        boolean issued,
        @Nullable UUID letterId,
        @Nullable String reference,
        @Schema(examples = "letter-incomplete") @Nullable String code,
        @Nullable String detail) {

    static LetterResult of(LetterService.Result result) {
        Letter letter = result.letter();
        ProblemException refused = result.refused();
        return new LetterResult(
                result.applicationId(),
                refused == null,
                letter == null ? null : letter.id(),
                letter == null ? null : letter.reference(),
                refused == null ? null : refused.type().code(),
                refused == null ? null : refused.detail());
    }
}
