package eu.mpf.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validation;
import jakarta.validation.constraints.NotBlank;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X14")
class RowTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final RowBinding BINDING = new RowBinding(
            JSON,
            Validation.byDefaultProvider()
                    .configure()
                    .messageInterpolator(new ParameterMessageInterpolator())
                    .buildValidatorFactory()
                    .getValidator());

    enum Kind {
        LEAD_PARTNER,
        OTHER
    }

    record Bound(@NotBlank String title) {}

    private static Row row(DecimalStyle style, String json) {
        try {
            return new Row(7, (ObjectNode) JSON.readTree(json), style, BINDING);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Row row(String json) {
        return row(DecimalStyle.POINT, json);
    }

    private static void refused(Row row, FieldError... errors) {
        assertThatThrownBy(row::throwIfErrors)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.errors()).containsExactly(errors));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"c\":\" a b \"} | a b",
                "{\"c\":12.50} | 12.5",
                "{\"c\":1E+3} | 1000",
                "{\"c\":true} | true",
                "{\"c\":\" \"} | ``",
                "{\"c\":null} | ``",
                "{} | ``"
            })
    void aCellIsItsTextAndABlankOneIsAbsent(String json, String text) {
        var row = row(json);
        assertThat(row.text("c").orElse("")).isEqualTo(text);
        assertThatCode(row::throwIfErrors).doesNotThrowAnyException();
    }

    @Test
    void whatIsNoTextIsAnErrorOfItsColumn() {
        var row = row("{\"c/~\":[1],\"big\":1e41,\"long\":12345678901234567890123456789012345678901}");
        assertThat(row.text("c/~")).isEmpty();
        assertThat(row.text("big")).isEmpty();
        assertThat(row.text("long")).isEmpty();
        refused(
                row,
                new FieldError("/c~1~0", "type", "must be a text"),
                new FieldError("/big", "invalid", "is a number of too many digits"),
                new FieldError("/long", "invalid", "is a number of too many digits"));
    }

    @Test
    void aNumberOfFortyDigitsIsOne() {
        var digits = "1".repeat(40);
        var row = row("{\"whole\":" + digits + ",\"exponent\":1e40,\"small\":1e-40,\"smaller\":1e-41}");
        assertThat(row.text("whole")).hasValue(digits);
        assertThat(row.text("exponent")).hasValue("1" + "0".repeat(40));
        assertThat(row.text("small")).hasValue("0." + "0".repeat(39) + "1");
        assertThat(row.decimal("exponent")).hasValue(new BigDecimal("1e40"));
        assertThatCode(row::throwIfErrors).doesNotThrowAnyException();
        assertThat(row.decimal("smaller")).isEmpty();
        refused(row, new FieldError("/smaller", "invalid", "is a number of too many digits"));
    }

    @Test
    void whatIsRequiredMustBeThere() {
        var row = row("{\"a\":\"x\",\"b\":\"\"}");
        assertThat(row.required("a")).hasValue("x");
        assertThat(row.required("b")).isEmpty();
        refused(row, new FieldError("/b", "required", "must not be empty"));
    }

    @Test
    void severalTextsStandInOneCellOrAnArray() {
        var row = row("{\"a\":\" x | y||z \",\"b\":[\"p\",\"q\"],\"c\":\"\"}");
        assertThat(row.texts("a", "|")).containsExactly("x", "y", "z");
        assertThat(row.texts("b", "|")).containsExactly("p", "q");
        assertThat(row.texts("c", "|")).isEmpty();
    }

    @Test
    void aDateIsADate() {
        var row = row("{\"a\":\"2026-03-31\",\"b\":\"31.3.2026\",\"c\":\"\"}");
        assertThat(row.date("a")).hasValue(LocalDate.of(2026, 3, 31));
        assertThat(row.date("b")).isEmpty();
        assertThat(row.date("c")).isEmpty();
        refused(row, new FieldError("/b", "invalid", "must be a date such as 2026-03-31"));
    }

    @Test
    void aNumberIsReadInTheStyleOfTheFileAndOneOfJsonAsItIs() {
        var row = row(
                DecimalStyle.COMMA,
                "{\"a\":\"1.234,5\",\"b\":1.5,\"c\":\"1,234.5\",\"d\":\"94,97 %\",\"e\":0.5,\"f\":\"7\",\"g\":\"0,1234567890\","
                        + "\"h\":\"0,123456789\"}");
        assertThat(row.decimal("a")).hasValue(new BigDecimal("1234.5"));
        assertThat(row.decimal("b")).hasValue(new BigDecimal("1.5"));
        assertThat(row.percent("d")).hasValue(new BigDecimal("94.97"));
        assertThat(row.percent("e")).hasValue(new BigDecimal("0.5"));
        assertThat(row.percent("f")).hasValue(new BigDecimal("7"));
        assertThat(row.percent("none")).isEmpty();
        assertThat(row.decimal("h")).hasValue(new BigDecimal("0.123456789"));
        assertThatCode(row::throwIfErrors).doesNotThrowAnyException();
        assertThat(row.decimal("c")).isEmpty();
        assertThat(row.decimal("g")).isEmpty();
        refused(
                row,
                new FieldError("/c", "invalid", "is not a number written as 1.234,56"),
                new FieldError("/g", "invalid", "is not a number written as 1.234,56"));
        var point = row("{\"c\":\"1,5\"}");
        assertThat(point.decimal("c")).isEmpty();
        refused(point, new FieldError("/c", "invalid", "is not a number written as 1,234.56"));
    }

    @Test
    void aWholeNumberHasNoRest() {
        var row = row("{\"a\":\"7\",\"b\":7.0,\"c\":\"7.5\",\"d\":\"2147483648\"}");
        assertThat(row.integer("a")).hasValue(7);
        assertThat(row.integer("b")).hasValue(7);
        assertThat(row.integer("c")).isEmpty();
        assertThat(row.integer("d")).isEmpty();
        refused(
                row,
                new FieldError("/c", "invalid", "must be a whole number"),
                new FieldError("/d", "invalid", "must be a whole number"));
    }

    @Test
    void truthIsTrueOrFalse() {
        var row = row("{\"a\":\"true\",\"b\":false,\"c\":\"yes\",\"d\":\"TRUE\"}");
        assertThat(row.bool("a")).hasValue(true);
        assertThat(row.bool("b")).hasValue(false);
        assertThat(row.bool("c")).isEmpty();
        assertThat(row.bool("d")).isEmpty();
        refused(
                row,
                new FieldError("/c", "invalid", "must be true or false"),
                new FieldError("/d", "invalid", "must be true or false"));
    }

    @Test
    void aConstantIsKnownInAnyCase() {
        var row = row("{\"a\":\"lead partner\",\"b\":\"Lead-Partner\",\"c\":\"leader\"}");
        assertThat(row.constant("a", Kind.class)).hasValue(Kind.LEAD_PARTNER);
        assertThat(row.constant("b", Kind.class)).hasValue(Kind.LEAD_PARTNER);
        assertThat(row.constant("c", Kind.class)).isEmpty();
        refused(row, new FieldError("/c", "invalid", "must be one of [LEAD_PARTNER, OTHER]"));
    }

    @Test
    void aColumnNobodyKnowsIsRefusedRatherThanOverlooked() {
        var row = row("{\"a\":1,\"b\":2}");
        row.checkColumns(Set.of("a", "b", "c"));
        assertThatCode(row::throwIfErrors).doesNotThrowAnyException();
        row.checkColumns(Set.of("a"));
        refused(row, new FieldError("/b", "unknown", "is not a column of this import"));
    }

    @Test
    void aWarningIsNoErrorAndAnotherTryBeginsWithoutEither() {
        var row = row("{\"a\":1}");
        row.warn("a", "several", "look at it");
        assertThatCode(row::throwIfErrors).doesNotThrowAnyException();
        assertThat(row.warnings()).containsExactly(new FieldError("/a", "several", "look at it"));
        row.error("", "wrong", "as a whole");
        refused(row, new FieldError("", "wrong", "as a whole"));
        var again = row.again();
        assertThat(again.number()).isEqualTo(7);
        assertThat(again.json()).isEqualTo(row.json());
        assertThat(again.warnings()).isEmpty();
        assertThatCode(again::throwIfErrors).doesNotThrowAnyException();
    }

    @Test
    void aLineOfJsonIsTheRequestItWouldBe() {
        assertThat(row("{\"title\":\"T\"}").as(Bound.class)).isEqualTo(new Bound("T"));
        assertThatThrownBy(() -> row("{\"title\":\"\"}").as(Bound.class))
                .isInstanceOf(ConstraintViolationException.class);
        assertThatThrownBy(() -> row("{\"other\":\"\"}").as(Bound.class))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors())
                                .containsExactly(new FieldError("/other", "unknown", "is not a known field")));
    }

    @Test
    void anImportSaysWhatBecameOfItsRows() {
        var done = new RowResult(1, Outcome.CREATED, "k", "id", List.of(), List.of());
        var refused = RowResult.refused(2, null, List.of(new FieldError("", "x", "y")), List.of());
        var result = ImportResult.of(null, true, List.of(done, refused, done));
        assertThat(result.created()).isEqualTo(2);
        assertThat(result.refused()).isEqualTo(1);
        assertThat(result.updated()).isZero();
        assertThat(result.unchanged()).isZero();
        assertThat(result.rows()).hasSize(3);
        assertThat(RowOutcome.updated("k", 7)).isEqualTo(new RowOutcome(Outcome.UPDATED, "k", 7));
        assertThat(RowOutcome.unchanged("k", 7)).isEqualTo(new RowOutcome(Outcome.UNCHANGED, "k", 7));
        assertThat(RowOutcome.created("k", 7)).isEqualTo(new RowOutcome(Outcome.CREATED, "k", 7));
    }

    @Test
    void anImportHasColumnsAndRows() {
        assertThat(new ImportTarget("p", "", "project", Set.of("a"), 1).batch()).isEqualTo(1);
        assertThatThrownBy(() -> new ImportTarget("p", "", "project", Set.of("a"), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ImportTarget("p", "", "project", Set.of(), 1))
                .isInstanceOf(IllegalArgumentException.class);
        var params = new ImportParams();
        assertThat(params.isDryRun()).isFalse();
        assertThat(params.style()).isEqualTo(DecimalStyle.POINT);
        params.validateOnly = true;
        params.decimal = DecimalStyle.COMMA;
        assertThat(params.isDryRun()).isTrue();
        assertThat(params.style()).isEqualTo(DecimalStyle.COMMA);
    }
}
