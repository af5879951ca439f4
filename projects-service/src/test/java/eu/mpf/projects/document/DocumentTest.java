package eu.mpf.projects.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.LocalizedText;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P15")
class DocumentTest {

    private static final UUID PROJECT = UUID.randomUUID();
    private static final UUID FILE = UUID.randomUUID();
    private static final LocalizedText TITLE = LocalizedText.of("en", "Handbook");

    private static DocumentDetails details(
            @Nullable LocalizedText title, @Nullable String licence, @Nullable DocumentVisibility visibility) {
        return new DocumentDetails(title, null, null, licence, visibility);
    }

    private static void assertFault(ThrowingCallable command, String pointer) {
        assertThatThrownBy(command)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.errors())
                                .extracting(error -> error.pointer())
                                .containsExactly(pointer));
    }

    @Test
    void aDocumentIsForThoseInsideUnlessItIsSaidToBePublic() {
        Document document = Document.of(PROJECT, FILE, details(TITLE, null, null));
        assertThat(document.visibility()).isEqualTo(DocumentVisibility.INTERNAL);
        assertThat(document.kind()).isEqualTo(DocumentKind.OTHER);
        assertThat(document.projectId()).isEqualTo(PROJECT);
        assertThat(document.fileId()).isEqualTo(FILE);
        assertThat(document.id()).isNotNull();
        assertThat(document.version()).isEqualTo(1);
    }

    @Test
    void whoReadsAPublicDocumentIsToldWhatMayBeDoneWithIt() {
        assertFault(() -> Document.of(PROJECT, FILE, details(TITLE, null, DocumentVisibility.PUBLIC)), "/licence");
        Document document = Document.of(PROJECT, FILE, details(TITLE, "CC-BY-4.0", DocumentVisibility.PUBLIC));
        assertThat(document.visibility()).isEqualTo(DocumentVisibility.PUBLIC);
    }

    @Test
    void whatIsRefusedLeavesItAsItWas() {
        Document document = Document.of(PROJECT, FILE, details(TITLE, null, null));
        assertFault(() -> document.describe(details(null, null, null)), "/title");
        assertFault(() -> document.describe(details(TITLE, null, DocumentVisibility.PUBLIC)), "/licence");
        assertThat(document.details()).isEqualTo(details(TITLE, null, null));
        assertThat(document.visibility()).isEqualTo(DocumentVisibility.INTERNAL);
    }

    @Test
    void aNewVersionIsAnotherFileOfTheSameDocument() {
        Document document = Document.of(PROJECT, FILE, details(TITLE, null, null));
        UUID newer = UUID.randomUUID();
        document.replaced(newer);
        assertThat(document.fileId()).isEqualTo(newer);
        assertThat(document.details()).isEqualTo(details(TITLE, null, null));
    }
}
