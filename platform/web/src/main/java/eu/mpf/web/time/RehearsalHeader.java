package eu.mpf.web.time;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Says with every answer of a rehearsal that it is one, what time it is there, and how far that is from the true time. */
@ApplicationScoped
public class RehearsalHeader {
    public static final String NAME = "Rehearsal-Clock";
    private static final int AFTER_REQUEST_ID = 998_000;

    void install(@Observes Filters filters, RehearsalConfig config) {
        if (config.enabled()) {
            filters.register(
                    request -> {
                        request.addHeadersEndHandler(end -> PlatformTime.rehearsed()
                                .ifPresent(offset -> request.response().putHeader(NAME, value(offset))));
                        request.next();
                    },
                    AFTER_REQUEST_ID);
        }
    }

    /** {@code 2026-11-26T15:00:00.000Z; offset=PT72H}. */
    public static String value(Duration offset) {
        return PlatformTime.now().truncatedTo(ChronoUnit.MILLIS) + "; offset=" + offset;
    }
}
