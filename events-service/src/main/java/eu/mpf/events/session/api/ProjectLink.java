package eu.mpf.events.session.api;

import eu.mpf.web.value.LocalizedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A project, with what its owner last said of it; only the code while this service has not heard of it. */
@Schema(name = "ProjectLink")
public record ProjectLink(
        String code,
        @Nullable String id,
        @Nullable String acronym,
        @Nullable LocalizedText title) {}
