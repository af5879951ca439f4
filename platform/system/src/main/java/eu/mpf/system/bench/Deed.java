package eu.mpf.system.bench;

import eu.mpf.system.client.Answer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one applicant did on deadline day, and was told.
 *
 * @param subject whose requests they were
 * @param id of the draft; empty when none was acknowledged
 * @param lastSave the last acronym whose saving was acknowledged
 * @param lastTried the last acronym that was sent; without an answer nobody knows whether it was saved
 * @param files SHA-256, in hexadecimal, of the bytes of each file whose sending was acknowledged, by its name
 * @param turnedAway the request to begin, where it was answered that the call is not open; null for everybody else
 */
record Deed(
        String subject,
        String id,
        String lastSave,
        String lastTried,
        Map<String, String> files,
        List<Click> clicks,
        @Nullable Click turnedAway) {

    /** A request to begin or to hand in, and the answer that decided. @param sentAt when it was sent first */
    record Click(Instant sentAt, Instant answeredAt, String key, Answer answer) {

        boolean accepted() {
            return answer.status() == 200;
        }

        /** What the problem that it was answered with is called; empty where there is none. */
        String problem() {
            return answer.json().path("code").asText();
        }
    }

    /** Of somebody who had begun. */
    Deed(String subject, String id, String lastSave, String lastTried, Map<String, String> files, List<Click> clicks) {
        this(subject, id, lastSave, lastTried, files, clicks, null);
    }

    boolean accepted() {
        return clicks.stream().anyMatch(Click::accepted);
    }

    /** Whether nobody knows if it has begun: it may have a draft whose id it was never given. */
    boolean isUntold() {
        return id.isEmpty() && turnedAway == null;
    }

    /** Requests to hand in that are one, because their key is. */
    Collection<List<Click>> byKey() {
        return clicks.stream().collect(Collectors.groupingBy(Click::key)).values();
    }
}
