package eu.mpf.events.session.api;

import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A call, with what its owner last said of it; only the key while this service has not heard of it. */
@Schema(name = "CallLink")
public record CallLink(
        String key,
        @Nullable String id,
        @Nullable LocalizedText title,
        @Nullable String status,
        @Nullable Instant deadlineAt) {}
