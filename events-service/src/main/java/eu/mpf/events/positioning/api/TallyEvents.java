package eu.mpf.events.positioning.api;

import eu.mpf.events.positioning.api.TallyReader.Counted;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.util.Optional;

/**
 * What one follower is sent: each change once, and in quiet times a comment, which clients do not see and proxies take
 * for traffic.
 */
final class TallyEvents {
    private static final long RECONNECT_MILLIS = 2000;

    private final Sse sse;
    private final long quietBeats;
    private long sent = -1;
    private long quiet;

    /** @param quietBeats so many unchanged tallies in a row are answered by a comment */
    TallyEvents(Sse sse, long quietBeats) {
        this.sse = sse;
        this.quietBeats = quietBeats;
    }

    Optional<OutboundSseEvent> next(Counted counted) {
        if (counted.version() != sent) {
            sent = counted.version();
            quiet = 0;
            return Optional.of(sse.newEventBuilder()
                    .id(Long.toString(counted.version()))
                    .name("tally")
                    .reconnectDelay(RECONNECT_MILLIS)
                    .mediaType(MediaType.APPLICATION_JSON_TYPE)
                    .data(TallyView.class, counted.tally())
                    .build());
        }
        quiet++;
        if (quiet < quietBeats) {
            return Optional.empty();
        }
        quiet = 0;
        return Optional.of(sse.newEventBuilder().comment("still here").build());
    }
}
