package eu.mpf.events.registration;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session somebody chose, and whether there is a seat in it. */
@Schema(name = "ChosenSession")
public record ChosenSession(UUID sessionId, SessionSeatState state) {}
