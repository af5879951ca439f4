package eu.mpf.system.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The search for a person sees what readers see, not only bytes. */
@Tag("X12")
class ReadableTextTest {

    private final Mark mark = Mark.random();

    /** A page with one line of text, in a compressed stream. */
    private static byte[] pdf(String line, String title) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            document.getDocumentInformation().setTitle(title);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(FontName.HELVETICA), 12);
                content.newLineAtOffset(100, 700);
                content.showText(line);
                content.endText();
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private boolean inBytes(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT)
                .contains(mark.needle());
    }

    @Test
    void aNameInACompressedStreamOfAPdfIsFound() throws IOException {
        byte[] certificate = pdf("This is to certify that " + mark.name() + " attended.", "Certificate");
        assertThat(inBytes(certificate)).as("the bytes do not show it").isFalse();
        assertThat(mark.isIn(certificate)).isTrue();
        assertThat(Mark.random().isIn(certificate)).isFalse();
    }

    @Test
    void aNameInThePropertiesOfAPdfIsFound() throws IOException {
        assertThat(mark.isIn(pdf("Nobody", "Certificate of " + mark.name()))).isTrue();
    }

    @Test
    void anArchiveHidesNothingNorDoesAPdfInIt() throws IOException {
        byte[] workbook = zip(
                "xl/sharedStrings.xml",
                ("<t>" + mark.name() + "</t>").repeat(50).getBytes(StandardCharsets.UTF_8));
        assertThat(mark.isIn(workbook)).isTrue();
        byte[] archive = zip("certificate.pdf", pdf(mark.name(), "Certificate"));
        assertThat(inBytes(archive)).isFalse();
        assertThat(mark.isIn(archive)).isTrue();
    }
}
