package eu.mpf.projects.document;

import eu.mpf.web.value.LocalizedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said about a document; also the shape of a merge patch, so the rules demand what may not be missing. */
@Schema(
        name = "DocumentDetails",
        examples =
                "{\"title\":{\"en\":\"Handbook for joint patrols\"},\"licence\":\"CC-BY-4.0\",\"visibility\":\"PUBLIC\"}")
public record DocumentDetails(
        @Nullable LocalizedText title,
        @Nullable LocalizedText description,
        @Nullable DocumentKind kind,

        @Nullable @Schema(description = "Code of the list `licences`; a public document has one.")
        String licence,

        @Nullable DocumentVisibility visibility) {}
