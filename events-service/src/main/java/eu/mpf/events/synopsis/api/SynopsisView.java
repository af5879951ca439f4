package eu.mpf.events.synopsis.api;

import eu.mpf.events.synopsis.Synopsis;
import eu.mpf.events.synopsis.SynopsisContent;
import eu.mpf.events.synopsis.SynopsisStatus;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An edition of a report as clients read it. */
@Schema(name = "Synopsis")
public record SynopsisView(
        UUID id,
        UUID eventId,
        int edition,
        SynopsisStatus status,
        String language,
        SynopsisContent content,
        Instant createdAt,
        @Nullable Instant reviewedAt,
        @Nullable Instant publishedAt) {

    static SynopsisView of(Synopsis synopsis) {
        return new SynopsisView(
                synopsis.id(),
                synopsis.eventId(),
                synopsis.edition(),
                synopsis.status(),
                synopsis.language(),
                synopsis.content(),
                synopsis.createdAt(),
                synopsis.reviewedAt(),
                synopsis.publishedAt());
    }
}
