package eu.mpf.web.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.mpf.web.json.JsonSettings;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X4")
class JsonErrorsTest {
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    JsonErrorsTest() {
        new JsonSettings().customize(mapper);
    }

    enum Kind {
        ONE,
        TWO
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Known.class, name = "known"))
    interface Piece {}

    record Known(String text) implements Piece {}

    record Positive(int value) {
        @JsonCreator
        Positive {
            if (value < 1) {
                throw new IllegalArgumentException("must be positive");
            }
        }
    }

    record Broken(int value) {
        @JsonCreator
        Broken {
            throw new IllegalStateException("a secret of ours: " + value);
        }
    }

    record Inner(@Nullable Integer number) {}

    record All(
            @Nullable String text,
            @Nullable Integer number,
            long size,
            @Nullable Boolean truth,
            @Nullable Double share,
            @Nullable BigDecimal amount,
            @Nullable Money money,
            @Nullable LocalDate day,
            @Nullable LocalTime time,
            @Nullable LocalDateTime local,
            @Nullable Instant at,
            @Nullable UUID id,
            @Nullable Kind kind,
            @Nullable List<String> list,
            @Nullable Set<Kind> kinds,
            @Nullable String[] texts,
            @Nullable Inner inner,
            @Nullable List<Inner> inners,
            @Nullable Map<String, Inner> named,
            @Nullable Piece piece,
            @Nullable Positive positive,
            @Nullable Broken broken) {}

    private ProblemException problem(String json, Class<?> type) {
        return JsonErrors.problem(
                catchThrowableOfType(JsonProcessingException.class, () -> mapper.readValue(json, type)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"text\":1} | /text | invalid | must be a string",
                "{\"text\":[]} | /text | type | must be a string",
                "{\"number\":\"x\"} | /number | type | must be a whole number",
                "{\"number\":1.5} | /number | invalid | must be a whole number",
                "{\"number\":{}} | /number | type | must be a whole number",
                "{\"size\":null} | /size | type | must be a whole number",
                "{\"truth\":\"maybe\"} | /truth | type | must be true or false",
                "{\"share\":\"x\"} | /share | type | must be a number",
                "{\"amount\":\"x\"} | /amount | type | must be a decimal string such as \"12.34\"",
                "{\"money\":{\"amount\":1.5,\"currency\":\"EUR\"}} | /money/amount | type | must be a decimal string such as \"12.34\"",
                "{\"day\":\"31.12.2024\"} | /day | invalid | must be a date such as 2026-03-31",
                "{\"time\":\"noon\"} | /time | invalid | must be a local time such as 09:30",
                "{\"local\":\"noon\"} | /local | invalid | must be a local date and time such as 2026-03-31T09:30",
                "{\"at\":\"noon\"} | /at | invalid | must be an instant such as 2026-03-31T12:00:00.000Z",
                "{\"id\":\"x\"} | /id | invalid | must be a UUID",
                "{\"kind\":\"THREE\"} | /kind | invalid | must be one of [ONE, TWO]",
                "{\"kind\":0} | /kind | invalid | must be one of [ONE, TWO]",
                "{\"kinds\":[\"ONE\",\"x\"]} | /kinds/1 | invalid | must be one of [ONE, TWO]",
                "{\"kind\":{}} | /kind | type | must be a known value",
                "{\"list\":\"x\"} | /list | type | must be an array",
                "{\"list\":[null]} | /list/0 | null | must not hold null",
                "{\"texts\":7} | /texts | type | must be an array",
                "{\"inner\":7} | /inner | type | must be an object",
                "{\"inners\":[{},{\"number\":\"x\"}]} | /inners/1/number | type | must be a whole number",
                "{\"named\":{\"a/b~c\":{\"number\":\"x\"}}} | /named/a~1b~0c/number | type | must be a whole number",
                "{\"piece\":{\"kind\":\"unheard\"}} | /piece | invalid | has an unknown kind",
                "{\"positive\":{\"value\":0}} | /positive | invalid | must be positive",
                "{\"size\":1,\"unheard\":1} | /unheard | unknown | is not a known field",
                "[] | `` | type | must be an object"
            })
    void whatCannotBeReadIsNamedByItsPlace(String json, String pointer, String code, String message) {
        var problem = problem(json, All.class);
        assertThat(problem.type()).isEqualTo(CommonProblem.VALIDATION_FAILED);
        assertThat(problem.errors()).containsExactly(new FieldError(pointer, code, message));
        assertThat(problem.detail()).isEqualTo((pointer.isEmpty() ? "The body" : pointer) + ": " + message);
    }

    @Test
    void ourOwnMistakesAreNotToldToTheClient() {
        assertThat(problem("{\"broken\":{\"value\":7}}", All.class).errors())
                .singleElement()
                .isNotNull()
                .extracting(FieldError::pointer)
                .isEqualTo("/broken");
        assertThat(problem("{\"broken\":{\"value\":7}}", All.class).detail())
                .doesNotContain("secret")
                .doesNotContain("eu.mpf");
    }

    @Test
    void whatIsNoJsonIsNamedByLineAndColumn() {
        var problem = problem("{\n \"text\" 1}", All.class);
        assertThat(problem.type()).isEqualTo(CommonProblem.MALFORMED_REQUEST);
        assertThat(problem.detail()).isEqualTo("The body is not JSON: line 2, column 9.");
        assertThat(problem.errors()).isEmpty();
        assertThat(JsonErrors.problem(new JsonParseException(null, "x", (JsonLocation) null))
                        .detail())
                .isEqualTo("The body is not JSON.");
    }

    @Test
    void aMistakeWithoutATypeIsOneAllTheSame() {
        var failure = new InvalidFormatException(null, "x", "v", null);
        assertThat(JsonErrors.problem(failure).errors())
                .containsExactly(new FieldError("", "invalid", "must be of another type"));
        assertThat(JsonErrors.problem(new JsonMappingException(null, "x", new IllegalArgumentException("is too old")))
                        .errors())
                .containsExactly(new FieldError("", "invalid", "is too old"));
        assertThat(JsonErrors.problem(new JsonMappingException(null, "x", new IllegalStateException("secret")))
                        .errors())
                .containsExactly(new FieldError("", "invalid", "cannot be read"));
    }
}
