package eu.mpf.system.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/** What a reader sees of a file whose bytes do not show it: the text of a PDF, and what is in a workbook or another archive. */
final class ReadableText {

    private ReadableText() {}

    /** The bytes as text, and after them what they hide. */
    static String of(byte[] bytes) {
        String plain = new String(bytes, StandardCharsets.ISO_8859_1);
        try {
            if (plain.startsWith("%PDF-")) {
                return plain + ofPdf(bytes);
            }
            return plain.startsWith("PK\u0003\u0004") ? plain + ofArchive(bytes) : plain;
        } catch (IOException e) {
            throw new UncheckedIOException("a file that nobody can look into may hide anything", e);
        }
    }

    private static String ofPdf(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            StringBuilder text = new StringBuilder(new PDFTextStripper().getText(document));
            var about = document.getDocumentInformation();
            about.getMetadataKeys().forEach(key -> text.append('\n').append(about.getCustomMetadataValue(key)));
            var metadata = document.getDocumentCatalog().getMetadata();
            if (metadata != null) {
                text.append('\n').append(new String(metadata.toByteArray(), StandardCharsets.UTF_8));
            }
            return text.toString();
        }
    }

    private static String ofArchive(byte[] bytes) throws IOException {
        // From a file: a stream of a workbook does not tell its sizes before its parts.
        Path file = Files.createTempFile("archive", ".zip");
        StringBuilder all = new StringBuilder();
        try {
            Files.write(file, bytes);
            try (ZipFile parts = new ZipFile(file.toFile())) {
                for (ZipEntry part : Collections.list(parts.entries())) {
                    try (InputStream content = parts.getInputStream(part)) {
                        ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
                        content.transferTo(unpacked);
                        all.append('\n').append(of(unpacked.toByteArray()));
                    }
                }
            }
        } finally {
            Files.delete(file);
        }
        return all.toString();
    }
}
