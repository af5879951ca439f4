package eu.mpf.projects.visibility;

import eu.mpf.web.link.FoundLink;
import eu.mpf.web.link.FoundLinks;
import eu.mpf.web.problem.Violations;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What was found on one item of the check-list. */
@Schema(
        name = "VisibilityFinding",
        examples =
                "{\"state\":\"MET\",\"checkedOn\":\"2023-05-02\",\"evidenceUrl\":\"https://project.example/about\",\"note\":\"Footer of every page\"}")
public record Finding(
        @NotNull VisibilityState state,

        @Nullable @Schema(description = "Today if absent.") LocalDate checkedOn,

        @Nullable @Size(max = 2000) @Pattern(regexp = "https?://[^\\s<>\"]+")
        String evidenceUrl,

        @Nullable @Schema(description = "A document of the project.")
        UUID documentId,

        @Nullable @Size(max = 2000) String note) {

    /** What shows that it is met; what is not met may well be shown by a page that is gone. */
    public List<FoundLink> evidence() {
        return state == VisibilityState.MET
                ? new FoundLinks()
                        .address("/evidenceUrl", "Evidence", evidenceUrl)
                        .list()
                : List.of();
    }

    /** What is met is shown; what is not, or does not apply, is explained. */
    void check() {
        Violations violations = new Violations();
        violations.check(
                state != VisibilityState.MET || evidenceUrl != null || documentId != null,
                "/evidenceUrl",
                "required",
                "What is met has evidence: an address or a document");
        violations.check(
                state == VisibilityState.MET || (note != null && !note.isBlank()),
                "/note",
                "required",
                "What is not met, or does not apply, is explained");
        violations.throwIfAny();
    }
}
