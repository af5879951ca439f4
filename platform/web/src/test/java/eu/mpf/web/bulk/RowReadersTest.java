package eu.mpf.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X14")
class RowReadersTest {

    private static BufferedReader text(String content) {
        return new BufferedReader(new StringReader(content));
    }

    private static List<String> lines(RowReader reader) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = reader.next(); line != null; line = reader.next()) {
            lines.add(line.number() + " " + (line.values() == null ? line.fault() : line.values()));
        }
        assertThat(reader.next()).as("after the last").isNull();
        return lines;
    }

    private static List<String> csv(String content) throws IOException {
        try (var reader = new CsvReader(text(content))) {
            return lines(reader);
        }
    }

    private static List<String> json(String content) throws IOException {
        try (var reader = new JsonLinesReader(text(content), new ObjectMapper())) {
            return lines(reader);
        }
    }

    @Test
    void aLineHasItsNumberAfterTheHeaderAndItsCellsByName() throws IOException {
        assertThat(csv(" a ;b\n1;\"x;\"\"y\n\"\n\n;2\n"))
                .containsExactly("1 {\"a\":\"1\",\"b\":\"x;\\\"y\\n\"}", "2 {\"a\":\"\",\"b\":\"2\"}");
        assertThat(csv("a\tb\n1\t2")).containsExactly("1 {\"a\":\"1\",\"b\":\"2\"}");
        assertThat(csv("a,b")).isEmpty();
    }

    @Test
    void aLineOfOtherLengthIsAFaultAndTheNextIsRead() throws IOException {
        assertThat(csv("a,b\n1\n1,2,3\n1,2"))
                .containsExactly(
                        "1 has 1 cells, the header has 2",
                        "2 has 3 cells, the header has 2",
                        "3 {\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void whereAQuoteIsWrongNobodyKnowsWhereTheNextLineBegins() throws IOException {
        assertThat(csv("a,b\n1,2\n1,\"2\n3,4\n"))
                .containsExactly(
                        "1 {\"a\":\"1\",\"b\":\"2\"}", "2 cannot be read, nor what follows it: a quote is wrong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | empty | the file holds no header",
                "`\n\n` | empty | the file holds no header",
                "a,,b | header-invalid | every column needs a name of its own",
                "a,b, a | header-invalid | every column needs a name of its own",
                "\"a | unreadable | the header is not CSV"
            })
    void aHeaderNamesEveryColumnOnce(String content, String code, String message) {
        assertThatThrownBy(() -> csv(content))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors()).containsExactly(new FieldError("", code, message)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"`a\nb;c` | ,", "`a\rb;c` | ,", "`\"a\n;\";b,c` | ;", "`\"a,b\";c` | ;", "`a\tb,c` | `\t`"})
    void theSeparatorIsSoughtInTheHeaderAlone(String start, char separator) {
        assertThat(CsvReader.separator(start)).isEqualTo(separator);
    }

    @Test
    void whoeverReadsToTheEndClosesTheFile() throws IOException {
        var closed = new AtomicInteger();
        for (int i = 0; i < 2; i++) {
            var source = new BufferedReader(new StringReader("a\n")) {
                @Override
                public void close() throws IOException {
                    closed.incrementAndGet();
                    super.close();
                }
            };
            var reader = i == 0 ? new CsvReader(source) : new JsonLinesReader(source, new ObjectMapper());
            reader.close();
            assertThat(closed.get()).isGreaterThan(i);
        }
    }

    @Test
    void eachLineIsOneObjectAndBlankOnesAreNone() throws IOException {
        assertThat(json("\n{\"a\":0.10000000000000000001}\n  \n[]\n7\n{\"a\"\n{} {}\n{\"b\":1e99999999999}\n{\"c\":2}"))
                .containsExactly(
                        "1 {\"a\":0.10000000000000000001}",
                        "2 is not a JSON object",
                        "3 is not a JSON object",
                        "4 is not JSON",
                        "5 is not JSON",
                        "6 is not JSON",
                        "7 {\"c\":2}");
        assertThat(json("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "14|General|true",
                "47||true",
                "13|0.00|false",
                "|yyyy-mm-dd|true",
                "|DD.MM.YYYY|true",
                "|hh:mm|true",
                "|ss.0|true",
                "|[h]:mm|true",
                "|mm|true",
                "|m|false",
                "|General|false",
                "|#,##0.00 \"days\"|false",
                "|[Red]0.00|false",
                "|0.00\\d|false",
                "|0_d|false",
                "|0%|false",
                "||false"
            })
    void aFormatThatHasPartsOfADayIsADate(@Nullable Integer id, @Nullable String format, boolean date) {
        assertThat(CellFormat.isDate(id, format == null ? "" : format)).isEqualTo(date);
    }

    @ParameterizedTest
    @ValueSource(ints = {39, 40, 41})
    void aNumberIsFortyCharactersLongAtMost(int length) {
        assertThat(DecimalStyle.POINT.parse("1".repeat(length)).isPresent()).isEqualTo(length <= 40);
    }
}
