package eu.mpf.web.subject;

import io.smallrye.config.ConfigMapping;
import java.time.Period;
import java.util.Map;

/** People's data. */
@ConfigMapping(prefix = "mpf.subject")
public interface SubjectConfig {

    /** How long an export may be fetched, as an ISO 8601 period. Default {@code P14D}. */
    Period answerKept();

    /** How often data that was kept long enough is let go. Default {@code 1h}; {@code off} for never. */
    String retentionEvery();

    /** How long data of a purpose is kept, by purpose, where not as long as its rule says. Default none. */
    Map<String, Period> retention();
}
