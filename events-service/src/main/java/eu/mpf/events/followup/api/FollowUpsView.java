package eu.mpf.events.followup.api;

import eu.mpf.events.session.FollowUpsPlanned;
import eu.mpf.events.session.api.SessionView;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The follow-ups of a session.
 *
 * @param planned how many were agreed
 * @param arranged how many have a date, held ones included
 * @param held how many have taken place
 */
@Schema(name = "FollowUps")
public record FollowUpsView(
        UUID sessionId, @Nullable FollowUpsPlanned planned, int arranged, int held, List<SessionView> items) {}
