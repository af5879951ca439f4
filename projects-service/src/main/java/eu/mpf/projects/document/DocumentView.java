package eu.mpf.projects.document;

import eu.mpf.web.file.StoredFile;
import eu.mpf.web.value.LocalizedText;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A document as read, with the latest version of its file. */
@Schema(name = "Document")
public record DocumentView(
        UUID id,
        UUID projectId,
        DocumentKind kind,
        LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable String licence,
        DocumentVisibility visibility,
        DocumentFile file,
        long version) {

    static DocumentView of(Document document, StoredFile file) {
        DocumentDetails details = document.details();
        return new DocumentView(
                document.id(),
                document.projectId(),
                document.kind(),
                Objects.requireNonNull(details.title()),
                details.description(),
                details.licence(),
                document.visibility(),
                DocumentFile.of(file),
                document.version());
    }
}
