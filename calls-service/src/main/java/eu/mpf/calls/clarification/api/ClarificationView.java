package eu.mpf.calls.clarification.api;

import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A question and its answer, for everybody. It never says who asked. */
@Schema(name = "Clarification")
public record ClarificationView(
        UUID id,
        UUID callId,

        @Schema(description = "In the language the reader prefers, else in that of the question.")
        String question,

        @Nullable @Schema(description = "In the language the reader prefers, else in the one that counts.")
        String answer,

        boolean published,
        Instant askedAt,
        @Nullable Instant answeredAt,

        @Schema(description = "In which it was asked.", examples = "en")
        String language,

        LocalizedText questionText,
        @Nullable LocalizedText answerText,

        @Nullable
        @Schema(
                description =
                        "The language whose version of the answer counts: the call's, where it was answered in that.",
                examples = "en")
        String bindingLanguage) {}
