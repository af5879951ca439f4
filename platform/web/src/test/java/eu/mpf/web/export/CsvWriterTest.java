package eu.mpf.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {
    private static final Table<String> TABLE = Table.of(String.class).column("text", text -> text);

    private static String csv(String... rows) throws IOException {
        var out = new ByteArrayOutputStream();
        CsvWriter.write(TABLE, List.of(rows)::forEach, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+1",
                "-1+cmd|' /C calc'!A0",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "=HYPERLINK(\"http://x\",\"y\")",
                "＝1+1",
                "＋1",
                "－1",
                "＠x"
            })
    void formulasAreMadeHarmless(String text) throws IOException {
        assertThat(csv(text)).contains("\r\n\"'");
    }

    @Test
    void plainTextStaysAndQuotesAreDoubled() throws IOException {
        assertThat(csv("a \"b\", c", "Ž\nx")).isEqualTo("\uFEFF\"text\"\r\n\"a \"\"b\"\", c\"\r\n\"Ž\nx\"\r\n");
    }

    @Test
    void anEmptyTableHasItsHeader() throws IOException {
        assertThat(csv()).isEqualTo("\uFEFF\"text\"\r\n");
    }

    @Test
    void aNegativeNumberStaysANumber() throws IOException {
        var out = new ByteArrayOutputStream();
        CsvWriter.write(Table.of(BigDecimal.class).column("n", n -> n), List.of(new BigDecimal("-5.10"))::forEach, out);
        assertThat(out.toString(StandardCharsets.UTF_8)).endsWith("\"-5.10\"\r\n");
    }

    @Test
    void aMillionCellsFitInAFlatHeap() throws IOException {
        var text = "x".repeat(200);
        // 300 MB of rows and more in a test heap of 768 MB, were they kept.
        XlsxWriter.write(TABLE, rows -> repeat(rows, text, 300_000), OutputStream.nullOutputStream());
        CsvWriter.write(TABLE, rows -> repeat(rows, text, 1_000_000), OutputStream.nullOutputStream());
    }

    private static void repeat(java.util.function.Consumer<String> rows, String text, int times) {
        for (int i = 0; i < times; i++) {
            rows.accept(text + i);
        }
    }
}
