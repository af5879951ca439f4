package eu.mpf.web.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.web.fuzz.Mutations;
import eu.mpf.web.problem.ProblemException;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file of an import holds, its rows are read, at fault or refused; nothing breaks and nothing hangs. */
@Tag("E27")
@Timeout(600)
class RowReadersFuzzTest {
    private static final List<Class<? extends Exception>> REFUSALS = List.of(ProblemException.class);

    @TempDir
    Path directory;

    private static List<byte[]> texts(String... texts) {
        return java.util.Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
    }

    /** Reads every row as every type. */
    static void drain(RowReader reader) throws IOException {
        try (reader) {
            for (var line = reader.next(); line != null; line = reader.next()) {
                if (line.values() != null) {
                    var row = new Row(line.number(), line.values(), DecimalStyle.COMMA, null);
                    line.values().fieldNames().forEachRemaining(column -> {
                        row.text(column);
                        row.decimal(column);
                        row.percent(column);
                        row.integer(column);
                        row.date(column);
                        row.bool(column);
                        row.texts(column, "|");
                        row.constant(column, Outcome.class);
                    });
                }
            }
        }
    }

    @Test
    void csv() {
        Mutations.each(
                texts(
                        "title;start;total\n\"a \"\"b\"\"\";2021-12-01;1.532.558,68\nx;;\n",
                        "title,rate\r\nCoop4Int,\"94,97%\"\r\n",
                        "\uFEFFa\tb\n1\t-2\n"),
                input -> {
                    try (var body = SpooledBody.ofText(new ByteArrayInputStream(input))) {
                        drain(new CsvReader(body.text()));
                    }
                },
                REFUSALS);
    }

    @Test
    void jsonLines() {
        var json = new JsonMapper();
        Mutations.each(
                texts("{\"title\": {\"en\": \"a\"}, \"total\": 12.34, \"themes\": [\"a\", 1]}\n{}\n\n[1]\nnull\n"),
                input -> drain(
                        new JsonLinesReader(new BufferedReader(new StringReader(new String(input, UTF_8))), json)),
                REFUSALS);
    }

    @Test
    void workbooks() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("A");
            sheet.value(0, 0, "title");
            sheet.value(0, 1, "n");
            sheet.value(1, 0, "x");
            sheet.value(1, 1, 0.5);
            sheet.style(1, 1).format("0%").set();
        }
        var file = directory.resolve("a.xlsx");
        Mutations.each(
                List.of(
                        bytes.toByteArray(),
                        XlsxReaderTest.byHand(java.util.Map.of(
                                "xl/worksheets/sheet1.xml",
                                XlsxReaderTest.sheet("<row r='1'><c r='A1' t='str'><v>n</v></c></row>"
                                        + "<row r='2'><c r='A2' s='1'><v>1e400</v></c></row>")))),
                input -> drain(new XlsxReader(Files.write(file, input))),
                REFUSALS);
    }

    /** Changed inside their parts, so that the archive itself stays good. */
    @Test
    void sheets() {
        var file = directory.resolve("b.xlsx");
        Mutations.each(
                texts(XlsxReaderTest.sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>n</t></is></c></row>"
                        + "<row r='2'><c r='A2' t='b'><v>1</v></c><c r='B2' t='n'><v>1</v><f>1+1</f></c></row>"
                        + "<row r='3'><c r='A3' t='e'><v>#REF!</v></c><c r='XFD3' t='s'><v>7</v></c></row>")),
                input -> drain(new XlsxReader(Files.write(
                        file,
                        XlsxReaderTest.byHand(
                                java.util.Map.of("xl/worksheets/sheet1.xml", new String(input, UTF_8)))))),
                REFUSALS);
    }
}
