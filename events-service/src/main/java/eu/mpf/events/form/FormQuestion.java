package eu.mpf.events.form;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.MaxLength;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One question of a registration form. Limits that do not fit the type are refused, not ignored.
 *
 * @param key names the answer; unique in the form
 * @param required whether it must be answered where it is asked
 * @param options what can be chosen, for CHOICE and MULTI_CHOICE
 * @param maxLength characters, for TEXT; 1,000 if not given
 * @param min for NUMBER
 * @param max for NUMBER
 * @param earliest for DATE
 * @param latest for DATE
 * @param askedIf asked only if an earlier question was answered so; always if absent
 */
@Schema(name = "FormQuestion")
public record FormQuestion(
        @NotNull @Pattern(regexp = "[a-z][A-Za-z0-9]{0,39}") @Schema(examples = "diet")
        String key,

        @NotNull QuestionType type,
        @NotNull @MaxLength(1_000) LocalizedText label,
        @Nullable @MaxLength(5_000) LocalizedText help,
        @Nullable Boolean required,
        @Nullable @Size(max = 100) List<@NotNull @Valid Option> options,
        @Nullable @Min(1) @Max(4000) Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable @Valid Condition askedIf) {

    private static final int USUAL_LENGTH = 1000;

    /** @param key stands in the answer */
    @Schema(name = "FormOption")
    public record Option(
            @NotNull @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9-]{0,39}") @Schema(examples = "vegetarian")
            String key,

            @NotNull @MaxLength(1_000) LocalizedText label) {}

    /**
     * Met if the question was answered with one of these; for several choices, if one of them is among these.
     *
     * @param question key of an earlier question
     */
    @Schema(name = "FormCondition")
    public record Condition(
            @NotNull String question,

            @NotNull @Size(min = 1, max = 100) @Schema(examples = "[\"true\"]", description = "Answers as text")
            List<@NotNull String> anyOf) {

        boolean metBy(Map<String, JsonNode> answers) {
            JsonNode answer = answers.get(question);
            if (answer == null) {
                return false;
            }
            return answer.isArray()
                    ? answer.valueStream().map(JsonNode::asText).anyMatch(anyOf::contains)
                    : anyOf.contains(answer.asText());
        }
    }

    boolean isRequired() {
        return Boolean.TRUE.equals(required);
    }

    boolean isAsked(Map<String, JsonNode> answers) {
        return askedIf == null || askedIf.metBy(answers);
    }

    int longest() {
        return maxLength == null ? USUAL_LENGTH : maxLength;
    }

    List<String> optionKeys() {
        return options == null ? List.of() : options.stream().map(Option::key).toList();
    }
}
