package eu.mpf.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.mpf.web.problem.JsonErrors;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSettingsTest {

    record Asked(
            @Nullable List<String> themes,
            @Nullable Map<String, Object> answers,
            @Nullable LocalDate on) {}

    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    JsonSettingsTest() {
        new JsonSettings().customize(mapper);
    }

    private String refusal(String json) {
        var failure = catchThrowableOfType(JsonProcessingException.class, () -> mapper.readValue(json, Asked.class));
        var error = JsonErrors.problem(failure).errors().getFirst();
        return error.pointer() + " " + error.message();
    }

    @Test
    void aListHoldsNoNull() {
        assertThat(refusal("{\"themes\":[\"borders\",null]}")).isEqualTo("/themes/1 must not hold null");
    }

    @Test
    void anAnswerMayBeNoneAndAListMayBeAbsent() throws Exception {
        assertThat(mapper.readValue("{\"themes\":null,\"answers\":{\"diet\":null}}", Asked.class)
                        .answers())
                .containsKey("diet");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-999999999-01-01", "0000-12-31", "+10000-01-01", "2024-02-30", "31.12.2024"})
    void aDayIsOneOfTheYears1To9999(String day) {
        assertThat(refusal("{\"on\":\"" + day + "\"}")).isEqualTo("/on must be a date such as 2026-03-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0001-01-01", "2024-02-29", "9999-12-31"})
    void otherDaysAreRead(String day) throws Exception {
        assertThat(mapper.readValue("{\"on\":\"" + day + "\"}", Asked.class).on())
                .isEqualTo(LocalDate.parse(day));
    }
}
