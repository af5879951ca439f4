package eu.mpf.projects.visibility;

import eu.mpf.web.value.LocalizedText;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An item of the check-list, and what was found on it. */
@Schema(name = "VisibilityItem")
public record VisibilityItem(
        @Schema(description = "Code of the list `visibility-items`.")
        String item,

        LocalizedText name,

        @Nullable @Schema(description = "Absent if nobody looked yet.")
        VisibilityState state,

        @Nullable LocalDate checkedOn,

        @Nullable @Schema(description = "For staff only.") String checkedBy,

        @Nullable String evidenceUrl,
        @Nullable UUID documentId,

        @Nullable @Schema(description = "For staff and the lead.")
        String note,

        @Schema(description = "0 if nobody looked yet.") long version) {

    static VisibilityItem unchecked(String item, LocalizedText name) {
        return new VisibilityItem(item, name, null, null, null, null, null, null, 0);
    }

    VisibilityItem withoutWho() {
        return new VisibilityItem(item, name, state, checkedOn, null, evidenceUrl, documentId, note, version);
    }

    /** The public sees what was found, not what was said about it. */
    VisibilityItem forThePublic() {
        return new VisibilityItem(item, name, state, checkedOn, null, evidenceUrl, null, null, version);
    }
}
