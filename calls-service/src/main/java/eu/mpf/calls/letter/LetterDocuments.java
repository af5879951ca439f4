package eu.mpf.calls.letter;

import eu.mpf.web.pdf.AccessiblePdf;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Letters as documents to be kept and printed. A letter never changes, so its document is made whenever it is asked for. */
@ApplicationScoped
public class LetterDocuments {

    private final Letters letters;

    LetterDocuments(Letters letters) {
        this.letters = letters;
    }

    /** A tagged PDF with the letter's title and language. */
    public byte[] pdf(Letter letter) {
        return AccessiblePdf.render(LetterPage.of(letter), null);
    }

    /** One PDF for each letter, written while they are made: as long as a batch may be, one is held at a time. */
    public void zip(List<UUID> ids, OutputStream out) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            // A PDF is compressed inside.
            zip.setLevel(0);
            for (UUID id : ids) {
                Letter letter = letters.findByIdOptional(id).orElseThrow();
                zip.putNextEntry(new ZipEntry(letter.reference() + ".pdf"));
                zip.write(pdf(letter));
                zip.closeEntry();
            }
        }
    }
}
