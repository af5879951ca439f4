package eu.mpf.calls.letter.api;

import eu.mpf.calls.letter.LetterBatch;
import eu.mpf.calls.letter.LetterBatchService;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Work that goes on after its request was answered.
 *
 * @param kind what it does
 * @param result what became of it so far
 * @param finishedAt absent while it runs
 */
@Schema(name = "LetterOperation")
public record LetterOperation(
        UUID id,
        @Schema(examples = "LETTERS") String kind,
        State state,
        UUID callId,
        Progress progress,
        Result result,
        Instant createdAt,
        @Nullable Instant finishedAt) {

    /** Whether it goes on. An application that gets no letter does not make it fail: the result says why. */
    public enum State {
        RUNNING,
        SUCCEEDED
    }

    /** How many applications it has come to. */
    @Schema(name = "OperationProgress")
    public record Progress(int done, int total) {}

    /** How many letters went out and how many did not, and why. */
    @Schema(name = "LetterOperationResult")
    public record Result(int issued, int refused, List<LetterResult> items) {}

    static LetterOperation of(LetterBatch batch, List<LetterBatchService.Outcome> outcomes) {
        return new LetterOperation(
                batch.id(),
                "LETTERS",
                batch.finishedAt() == null ? State.RUNNING : State.SUCCEEDED,
                batch.callId(),
                new Progress(batch.done(), batch.total()),
                new Result(
                        batch.issued(),
                        batch.done() - batch.issued(),
                        outcomes.stream().map(LetterOperation::item).toList()),
                batch.createdAt(),
                batch.finishedAt());
    }

    private static LetterResult item(LetterBatchService.Outcome outcome) {
        return new LetterResult(
                outcome.applicationId(),
                outcome.letterId() != null,
                outcome.letterId(),
                outcome.reference(),
                outcome.code(),
                outcome.detail());
    }
}
