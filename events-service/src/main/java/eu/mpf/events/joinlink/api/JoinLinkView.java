package eu.mpf.events.joinlink.api;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param opensAt from when those with a seat get it
 * @param endsAt until when; a follow-up without an end is joined until its day is over
 */
@Schema(name = "JoinLink")
public record JoinLinkView(UUID sessionId, String url, int minutesBefore, Instant opensAt, Instant endsAt) {}
