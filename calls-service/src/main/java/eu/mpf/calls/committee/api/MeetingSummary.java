package eu.mpf.calls.committee.api;

import eu.mpf.calls.committee.MeetingStatus;
import java.time.Instant;
import java.util.UUID;

/** A meeting in a list. */
public record MeetingSummary(UUID id, UUID callId, String title, Instant scheduledAt, MeetingStatus status) {}
