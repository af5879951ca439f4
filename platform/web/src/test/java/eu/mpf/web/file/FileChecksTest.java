package eu.mpf.web.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X15")
class FileChecksTest {
    private static final FileRules RULES = new FileRules(1 << 20, 5, FileRules.DOCUMENTS, false);
    private static final String PDF = "%PDF-1.7\n";
    private static final String PNG = "\u0089PNG\r\n\u001a\n";

    private static Upload upload(String name, String type, String content) {
        return Upload.of(name, type, null, content.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Upload zip(String name, String type, String... entries) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var entry : entries) {
                var parts = entry.split("=", 2);
                var content = parts[1].getBytes(StandardCharsets.US_ASCII);
                var header = new ZipEntry(parts[0]);
                var crc = new CRC32();
                crc.update(content);
                header.setMethod(ZipEntry.STORED);
                header.setSize(content.length);
                header.setCrc(crc.getValue());
                zip.putNextEntry(header);
                zip.write(content);
            }
        }
        return Upload.of(name, type, null, bytes.toByteArray());
    }

    private static void isRefused(Upload upload, String code) {
        assertThatThrownBy(() -> FileChecks.check(upload, RULES)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.errors()).extracting("pointer").containsExactly("/file");
            assertThat(e.errors()).extracting("code").containsExactly(code);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "a.pdf, application/pdf, PDF, application/pdf",
        "A.PDF, application/octet-stream, PDF, application/pdf",
        "a.pdf,, PDF, application/pdf",
        "a.png, image/png, PNG, image/png",
        "a.txt, text/plain;charset=utf-8, words, text/plain",
        "a.csv, text/csv, 'a;b', text/csv",
    })
    void theContentDecidesAndNameAndDeclaredTypeAgree(String name, String declared, String content, String type)
            throws IOException {
        var bytes = content.replace("PDF", PDF).replace("PNG", PNG);
        assertThat(FileChecks.check(upload(name, declared, bytes), RULES).mediaType())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource({
        "a.png, image/png, PDF", // another type than the name's
        "a.pdf, image/png, PDF", // another type than declared
        "a.pdf, application/pdf, <html><script>alert(1)</script></html>",
        "a.txt, text/plain, <!DOCTYPE html><html></html>",
        "a.pdf, application/pdf, MZ\u0090",
        "a.pdf.exe, application/pdf, PDF",
        "a, application/pdf, PDF",
    })
    void whatIsNotWhatItSaysIsRefused(String name, String declared, String content) {
        isRefused(upload(name, declared, content.replace("PDF", PDF)), "file-type-mismatch");
    }

    @ParameterizedTest
    @CsvSource({
        "a.html, text/html, <!DOCTYPE html><html></html>",
        "a.svg, image/svg+xml, <svg xmlns='http://www.w3.org/2000/svg'/>",
        "a.sh, application/x-sh, #!/bin/sh",
        "a.js, text/javascript, alert(1)",
    })
    void aTypeNotOnTheListIsRefused(String name, String declared, String content) {
        isRefused(upload(name, declared, content), "file-type-not-allowed");
    }

    @Test
    void officeDocumentsAreKnownByTheirParts() throws IOException {
        assertThat(FileChecks.check(
                                zip("a.docx", FileRules.DOCX, "[Content_Types].xml=<Types/>", "word/document.xml=<w/>"),
                                RULES)
                        .mediaType())
                .isEqualTo(FileRules.DOCX);
        assertThat(FileChecks.check(zip("a.odt", FileRules.ODT, "mimetype=" + FileRules.ODT, "content.xml=<o/>"), RULES)
                        .mediaType())
                .isEqualTo(FileRules.ODT);
    }

    @Test
    void anArchiveThatOnlyCallsItselfADocumentIsRefused() throws IOException {
        isRefused(zip("a.docx", FileRules.DOCX, "evil.exe=MZ"), "file-type-mismatch");
        isRefused(
                zip("a.docx", FileRules.DOCX, "[Content_Types].xml=<T/>", "xl/workbook.xml=<x/>"),
                "file-type-mismatch");
        isRefused(zip("a.odt", FileRules.ODT, "mimetype=application/zip"), "file-type-mismatch");
    }

    @Test
    void macrosAreRefused() throws IOException {
        isRefused(
                zip(
                        "a.docx",
                        FileRules.DOCX,
                        "[Content_Types].xml=<T/>",
                        "word/document.xml=<w/>",
                        "word/vbaProject.bin=x"),
                "file-type-mismatch");
    }

    @ParameterizedTest
    @CsvSource({"'', name-invalid", ".htaccess, name-invalid", "'a\u0000.pdf', name-invalid"})
    void anOddNameIsRefused(String name, String code) {
        isRefused(upload(name, "application/pdf", PDF), code);
    }

    @Test
    void aPathBecomesItsLastPart() throws IOException {
        assertThat(FileChecks.check(upload("C:\\secret\\..\\a.pdf", "application/pdf", PDF), RULES)
                        .name())
                .isEqualTo("a.pdf");
    }

    @Test
    void nothingIsNoFileAndTheLargestAllowedIsOne() throws IOException {
        isRefused(upload("a.txt", "text/plain", ""), "empty");
        var four = new FileRules(4, 1, Set.of("text/plain"), false);
        assertThat(FileChecks.check(upload("a.txt", "text/plain", "1234"), four)
                        .measure()
                        .size())
                .isEqualTo(4);
        assertThatThrownBy(() -> FileChecks.check(upload("a.txt", "text/plain", "12345"), four))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void withoutAScannerAFileIsGivenOutAndWithOneOnlyWhenClean() {
        assertThat(FileState.of("PENDING", false)).isEqualTo(FileState.NOT_SCANNED);
        assertThat(FileState.of("PENDING", true)).isEqualTo(FileState.QUARANTINED);
        assertThat(FileState.of("INFECTED", false)).isEqualTo(FileState.INFECTED);
        assertThat(FileState.values())
                .filteredOn(FileState::isGivenOut)
                .containsExactlyInAnyOrder(FileState.NOT_SCANNED, FileState.CLEAN);
    }

    @Test
    void aNameInAnyScriptIsSentExactlyAndAsAPlainOneForOldClients() {
        assertThat(Downloads.attachment("Öl & \"Gas\".pdf"))
                .isEqualTo("attachment; filename=\"_l _ _Gas_.pdf\"; filename*=UTF-8''%C3%96l%20&%20%22Gas%22.pdf");
    }
}
