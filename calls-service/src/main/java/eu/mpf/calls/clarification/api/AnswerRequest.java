package eu.mpf.calls.clarification.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An answer for everybody.
 *
 * @param question the question in other words, where the asker's would show who asked
 */
public record AnswerRequest(
        @NotBlank @Size(max = 10_000) String answer,
        @Nullable @Size(max = 4000) String question) {}
