package eu.mpf.system.bench;

import eu.mpf.system.client.Answer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What one applicant did on deadline day, and was told.
 *
 * @param subject whose requests they were
 * @param id of the draft; empty when none was acknowledged
 * @param lastSave the last acronym whose saving was acknowledged
 * @param lastTried the last acronym that was sent; without an answer nobody knows whether it was saved
 * @param files SHA-256, in hexadecimal, of the bytes of each file whose sending was acknowledged, by its name
 */
record Deed(
        String subject, String id, String lastSave, String lastTried, Map<String, String> files, List<Click> clicks) {

    /** A request to hand in, and the answer that decided. @param sentAt when it was sent first */
    record Click(Instant sentAt, Instant answeredAt, String key, Answer answer) {

        boolean accepted() {
            return answer.status() == 200;
        }
    }

    boolean accepted() {
        return clicks.stream().anyMatch(Click::accepted);
    }
}
