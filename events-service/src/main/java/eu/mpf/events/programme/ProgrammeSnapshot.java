package eu.mpf.events.programme;

import eu.mpf.events.event.Block;
import eu.mpf.events.event.EventMode;
import eu.mpf.events.session.ContributionRole;
import eu.mpf.events.session.Interpretation;
import eu.mpf.events.session.SessionKind;
import eu.mpf.web.value.LocalizedText;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme as it was printed at one time. Local times are at the zone beside them. */
@Schema(name = "ProgrammeSnapshot")
public record ProgrammeSnapshot(
        LocalizedText title,
        @Nullable LocalizedText summary,
        EventMode mode,
        @Nullable String place,
        @Nullable String country,
        String timeZone,
        LocalDateTime startsLocal,
        LocalDateTime endsLocal,
        boolean dayConfirmed,
        boolean cancelled,
        List<Block> blocks,
        List<SessionEntry> sessions) {

    /** A session as printed. */
    @Schema(name = "ProgrammeSnapshotSession")
    public record SessionEntry(
            UUID id,
            String key,
            @Nullable String block,
            SessionKind kind,
            LocalizedText title,
            @Nullable LocalizedText summary,
            boolean cancelled,
            EventMode mode,
            String timeZone,
            @Nullable LocalDateTime startsLocal,
            @Nullable LocalDateTime endsLocal,
            List<String> languages,
            List<Interpretation> interpretation,
            @Nullable String call,
            List<String> projects,
            @Nullable UUID parentSessionId,
            List<ContributionEntry> contributions) {}

    /** Somebody on the programme, as printed. */
    @Schema(name = "ProgrammeSnapshotContribution")
    public record ContributionEntry(
            UUID id,
            ContributionRole role,
            UUID personId,
            @Nullable String honorific,
            String name,
            @Nullable String post,
            @Nullable String unit,
            @Nullable String organisation,
            @Nullable String organisationName,
            @Nullable String project,
            @Nullable String type) {}
}
