package eu.mpf.events.session.api;

import eu.mpf.web.value.LocalizedText;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The programme of an event, block by block; sessions without a block come last. */
@Schema(name = "Programme")
public record ProgrammeView(UUID eventId, LocalizedText title, List<ProgrammeBlock> blocks) {

    /** @param key absent for sessions outside the blocks */
    @Schema(name = "ProgrammeBlock")
    public record ProgrammeBlock(
            @Nullable String key, @Nullable LocalizedText title, List<ProgrammeSession> sessions) {}

    /** A session and who contributes. */
    @Schema(name = "ProgrammeSession")
    public record ProgrammeSession(SessionView session, List<ContributionView> contributions) {}
}
