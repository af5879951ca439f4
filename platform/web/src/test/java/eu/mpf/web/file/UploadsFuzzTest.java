package eu.mpf.web.file;

import eu.mpf.web.fuzz.Mutations;
import eu.mpf.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever is uploaded under whatever name, it is taken or refused with a problem. */
@Tag("E27")
@Timeout(600)
class UploadsFuzzTest {
    private static final FileRules RULES = new FileRules(1 << 20, 5, FileRules.DOCUMENTS, false);

    @Test
    void contents() {
        var seeds = HostileUploadsTest.uploads()
                .map(HostileUploadsTest.Hostile::bytes)
                .filter(bytes -> bytes.length < 100_000)
                .toList();
        Mutations.each(
                seeds,
                input -> {
                    for (var kind : List.of("a.pdf", "a.docx", "a.txt", "a.png")) {
                        try {
                            FileChecks.check(Upload.of(kind, "application/octet-stream", null, input), RULES);
                        } catch (ProblemException e) {
                            // refused: the next name
                        }
                    }
                },
                List.of());
    }

    @Test
    void names() {
        Mutations.each(
                List.of(
                        "Report 2023.pdf".getBytes(StandardCharsets.UTF_8),
                        "C:\\a\\b.tar.pdf".getBytes(StandardCharsets.UTF_8)),
                input -> FileChecks.check(
                        Upload.of(
                                new String(input, StandardCharsets.UTF_8),
                                new String(input, StandardCharsets.ISO_8859_1),
                                null,
                                "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII)),
                        RULES),
                List.of(ProblemException.class));
    }
}
