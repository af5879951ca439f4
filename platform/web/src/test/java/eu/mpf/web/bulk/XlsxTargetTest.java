package eu.mpf.web.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.fuzz.Seeds;
import eu.mpf.web.problem.ProblemException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Whatever stands in a part of a workbook, its rows have cells that can be asked for, or it is refused. The first byte says in
 * which part: the archive around it stays good. Sought by {@code ./mpf fuzz XlsxTargetTest}; here the known inputs only.
 */
@Tag("E27")
public class XlsxTargetTest {

    private static final List<String> PARTS =
            List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml");

    private static final String KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private static final String TYPES = "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
            + "<Override PartName='/xl/workbook.xml' ContentType='" + KIND + "sheet.main+xml'/>"
            + "<Override PartName='/xl/worksheets/sheet1.xml' ContentType='" + KIND + "worksheet+xml'/>"
            + "<Override PartName='/xl/sharedStrings.xml' ContentType='" + KIND + "sharedStrings+xml'/>"
            + "<Override PartName='/xl/styles.xml' ContentType='" + KIND + "styles+xml'/></Types>";
    private static final String CELLS = XlsxReaderTest.sheet("<row r='1'><c r='A1' t='str'><v>n</v></c></row>"
            + "<row r='2'><c r='A2' t='s'><v>0</v></c></row><row r='3'><c r='A3' s='1'><v>45000.5</v></c></row>");

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        String part = PARTS.get(Math.floorMod(input[0] - '0', PARTS.size()));
        String content = new String(input, 1, input.length - 1, StandardCharsets.UTF_8);
        Path file = Files.createTempFile("fuzz", ".xlsx");
        try {
            Map<String, String> parts =
                    new LinkedHashMap<>(Map.of("[Content_Types].xml", TYPES, PARTS.getFirst(), CELLS));
            parts.put(part, content);
            Files.write(file, XlsxReaderTest.byHand(parts));
            RowReadersFuzzTest.drain(new XlsxReader(file));
        } catch (ProblemException refused) {
            return; // as it should
        } finally {
            Files.delete(file);
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(XlsxTargetTest.class, XlsxTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
