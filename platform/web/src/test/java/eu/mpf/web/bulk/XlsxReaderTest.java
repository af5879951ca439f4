package eu.mpf.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("X14")
class XlsxReaderTest {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    @TempDir
    Path directory;

    private Path workbook(Consumer<Worksheet> fill) throws IOException {
        var file = directory.resolve("a.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            fill.accept(workbook.newWorksheet("Rows"));
        }
        return file;
    }

    @Test
    void cellsHaveTheTypesTheirWriterGaveThem() throws IOException {
        var file = workbook(sheet -> {
            sheet.value(0, 0, "title");
            sheet.value(0, 1, "start");
            sheet.value(0, 2, "rate");
            sheet.value(0, 3, "total");
            sheet.value(0, 4, "open");
            sheet.value(0, 5, "year");
            sheet.value(1, 0, "Coop4Int");
            sheet.value(1, 1, LocalDate.of(2021, 12, 1));
            sheet.style(1, 1).format("dd/mm/yyyy").set();
            sheet.value(1, 2, 0.9497);
            sheet.style(1, 2).format("0.00%").set();
            sheet.value(1, 3, 1532558.68);
            sheet.value(1, 4, true);
            sheet.value(1, 5, 2023);
            sheet.value(3, 0, "after an empty row");
        });
        try (var reader = new XlsxReader(file)) {
            var first = reader.next();
            var row = new Row(first.number(), first.values(), DecimalStyle.COMMA, null);
            assertThat(row.number()).isEqualTo(1);
            assertThat(row.text("title")).hasValue("Coop4Int");
            assertThat(row.date("start")).hasValue(LocalDate.of(2021, 12, 1));
            assertThat(row.percent("rate")).hasValue(new BigDecimal("94.97"));
            assertThat(row.decimal("total")).hasValue(new BigDecimal("1532558.68"));
            assertThat(row.bool("open")).hasValue(true);
            assertThat(row.text("year")).hasValue("2023");
            assertThat(row.integer("year")).hasValue(2023);
            assertThat(reader.next().number()).as("as the sheet counts").isEqualTo(3);
            assertThat(reader.next()).isNull();
        }
    }

    @Test
    void aNumberIsWhatTheSheetShowsNotItsBinaryForm() throws IOException {
        var file = workbook(sheet -> {
            sheet.value(0, 0, "n");
            sheet.value(1, 0, 0.1 + 0.2);
            sheet.value(2, 0, 1e21);
        });
        try (var reader = new XlsxReader(file)) {
            assertThat(reader.next().values().path("n").decimalValue()).isEqualByComparingTo("0.3");
            assertThat(new Row(2, reader.next().values(), DecimalStyle.POINT, null).text("n"))
                    .hasValue("1000000000000000000000");
        }
    }

    @Test
    void aRowWithAFormulaAnErrorOrAValueBesideTheHeaderIsAFaultAndTheNextIsRead() throws IOException {
        var file = workbook(sheet -> {
            sheet.value(0, 0, "n");
            sheet.formula(1, 0, "1+1");
            sheet.formula(2, 0, "HYPERLINK(\"https://evil.example\")");
            sheet.value(3, 4, "x");
            sheet.value(4, 0, "good");
        });
        try (var reader = new XlsxReader(file)) {
            assertThat(reader.next().fault()).contains("formula", "A2");
            assertThat(reader.next().fault()).contains("formula", "A3");
            assertThat(reader.next().fault()).contains("E4");
            assertThat(reader.next().values().path("n").asText()).isEqualTo("good");
        }
    }

    @Test
    void aHeaderNamesEveryColumnOnce() throws IOException {
        refused(workbook(sheet -> sheet.value(0, 1, "b")), "header-invalid");
        refused(
                workbook(sheet -> {
                    sheet.value(0, 0, "a");
                    sheet.value(0, 1, "a");
                }),
                "header-invalid");
        refused(workbook(sheet -> {}), "empty");
    }

    /** A workbook made by hand, with some parts in place of the usual ones. */
    static byte[] byHand(Map<String, String> parts) {
        var all = new LinkedHashMap<String, String>();
        all.put(
                "[Content_Types].xml",
                "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                        + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                        + "<Override PartName='/xl/workbook.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/>"
                        + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml'/>"
                        + "</Types>");
        all.put(
                "xl/workbook.xml",
                "<workbook xmlns='" + MAIN
                        + "' xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets><sheet name='A' sheetId='1' r:id='rId1'/></sheets></workbook>");
        all.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
                        + "<Relationship Id='rId1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' Target='worksheets/sheet1.xml'/>"
                        + "</Relationships>");
        all.put("xl/worksheets/sheet1.xml", sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>n</t></is></c></row>"));
        all.putAll(parts);
        try {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                for (var part : all.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static String sheet(String rows) {
        return "<worksheet xmlns='" + MAIN + "'><sheetData>" + rows + "</sheetData></worksheet>";
    }

    record Hostile(String name, byte[] bytes, String code) {
        static Hostile of(String name, String code, String part, String content) {
            return new Hostile(name, byHand(Map.of(part, content)), code);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> hostileWorkbooks() {
        var sheet = "xl/worksheets/sheet1.xml";
        return Stream.of(
                new Hostile("nothing", new byte[0], "workbook-invalid"),
                new Hostile("text", "title\nx".getBytes(StandardCharsets.UTF_8), "workbook-invalid"),
                new Hostile("half a workbook", half(byHand(Map.of())), "workbook-invalid"),
                new Hostile("zip of something else", zipOf("evil.exe"), "workbook-invalid"),
                Hostile.of("macros", "macros", "xl/vbaProject.bin", "x"),
                Hostile.of("a sheet that unpacks to far more", "too-large", sheet, " ".repeat(40 << 20)),
                Hostile.of(
                        "shared texts beyond memory",
                        "too-large",
                        "xl/sharedStrings.xml",
                        "<sst>" + "x".repeat(66 << 20)),
                Hostile.of(
                        "billion laughs",
                        "workbook-invalid",
                        sheet,
                        "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;'>]>" + sheet("&b;")),
                Hostile.of(
                        "an entity of a file",
                        "workbook-invalid",
                        sheet,
                        "<!DOCTYPE w [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>" + sheet("&x;")),
                Hostile.of(
                        "a cell beyond every sheet",
                        "workbook-invalid",
                        sheet,
                        sheet("<row r='1'><c r='ZZZZZZ1'><v>1</v></c></row>")),
                Hostile.of(
                        "a row beyond every sheet",
                        "workbook-invalid",
                        sheet,
                        sheet("<row r='99999999999'><c r='A1'><v>1</v></c></row>")),
                Hostile.of(
                        "a style that is no number",
                        "workbook-invalid",
                        sheet,
                        sheet("<row r='1'><c r='A1' s='-1'><v>1</v></c></row>")),
                Hostile.of("nested without end", "workbook-invalid", sheet, "<a>".repeat(5_000)),
                Hostile.of("broken XML", "workbook-invalid", sheet, "<worksheet><sheetData>"),
                Hostile.of("no sheet", "workbook-invalid", "xl/workbook.xml", "<workbook xmlns='" + MAIN + "'/>"));
    }

    private static byte[] half(byte[] all) {
        return java.util.Arrays.copyOf(all, all.length / 2);
    }

    private static byte[] zipOf(String name) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write('M');
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("hostileWorkbooks")
    @Tag("E31")
    void aHostileWorkbookIsRefusedBeforeItsFirstRow(Hostile hostile) throws IOException {
        refused(Files.write(directory.resolve("hostile.xlsx"), hostile.bytes()), hostile.code());
    }

    @Test
    void theWorkbookMadeByHandIsAGoodOneOtherwise() throws IOException {
        var file = Files.write(directory.resolve("good.xlsx"), byHand(Map.of()));
        try (var reader = new XlsxReader(file)) {
            assertThat(reader.next()).isNull();
        }
    }

    private static void refused(Path file, String code) {
        assertThatThrownBy(() -> new XlsxReader(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors()).extracting("code").containsExactly(code));
    }
}
