package eu.mpf.web.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergePatchTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** RFC 7396, appendix A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"a\":\"b\"} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"b\"} | {\"b\":\"c\"} | {\"a\":\"b\",\"b\":\"c\"}",
                "{\"a\":\"b\"} | {\"a\":null} | {}",
                "{\"a\":\"b\",\"b\":\"c\"} | {\"a\":null} | {\"b\":\"c\"}",
                "{\"a\":[\"b\"]} | {\"a\":\"c\"} | {\"a\":\"c\"}",
                "{\"a\":\"c\"} | {\"a\":[\"b\"]} | {\"a\":[\"b\"]}",
                "{\"a\":{\"b\":\"c\"}} | {\"a\":{\"b\":\"d\",\"c\":null}} | {\"a\":{\"b\":\"d\"}}",
                "{\"a\":[{\"b\":\"c\"}]} | {\"a\":[1]} | {\"a\":[1]}",
                "[\"a\",\"b\"] | [\"c\",\"d\"] | [\"c\",\"d\"]",
                "{\"a\":\"b\"} | [\"c\"] | [\"c\"]",
                "{\"a\":\"foo\"} | null | null",
                "{\"a\":\"foo\"} | \"bar\" | \"bar\"",
                "{\"e\":null} | {\"a\":1} | {\"e\":null,\"a\":1}",
                "[1,2] | {\"a\":\"b\",\"c\":null} | {\"a\":\"b\"}",
                "{} | {\"a\":{\"bb\":{\"ccc\":null}}} | {\"a\":{\"bb\":{}}}"
            })
    void mergesAsTheStandardShows(String original, String patch, String result) throws Exception {
        assertThat(MergePatch.merge(JSON.readTree(original), JSON.readTree(patch)))
                .isEqualTo(JSON.readTree(result));
    }

    record Editable(@NotBlank String title, @Nullable Integer places) {}

    private final MergePatch patches = new MergePatch(
            JSON,
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator());

    private Editable patched(String patch) throws Exception {
        return patches.apply(new Editable("Border", 5), JSON.readTree(patch), Editable.class);
    }

    @Test
    void whatThePatchNamesChangesAndTheRestStays() throws Exception {
        assertThat(patched("{}")).isEqualTo(new Editable("Border", 5));
        assertThat(patched("{\"places\":null}")).isEqualTo(new Editable("Border", null));
        assertThat(patched("{\"title\":\"Sea\"}")).isEqualTo(new Editable("Sea", 5));
    }

    @Test
    void theResultKeepsTheConstraintsOfTheRecord() {
        assertThatThrownBy(() -> patched("{\"title\":\" \"}")).isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> patched("{\"title\":null}")).isInstanceOf(ConstraintViolationException.class);
    }

    @Test
    void whatIsNoPatchOfTheRecordIsRefused() {
        refused("{\"unheard\":1}", "/unheard", "unknown");
        refused("{\"places\":\"many\"}", "/places", "invalid");
        refused("[]", "", "type");
        refused("7", "", "type");
        assertThatThrownBy(() -> patches.apply(new Editable("Border", 5), null, Editable.class))
                .isInstanceOf(ProblemException.class);
    }

    private void refused(String patch, String pointer, String code) {
        assertThatThrownBy(() -> patched(patch)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.errors()).extracting(FieldError::pointer).containsExactly(pointer);
            assertThat(e.errors()).extracting(FieldError::code).containsExactly(code);
        });
    }
}
