package eu.mpf.events.minutes;

import eu.mpf.events.sql.Json;
import eu.mpf.web.value.Sha256;
import java.util.List;

/**
 * What the audit trail tells of minutes: how much they said, and a fingerprint to hold against what they say now. Not the
 * words: minutes name people, who may ask for their names to go, and nothing ever goes from the trail.
 *
 * @param sha256 of the minutes' JSON, in hexadecimal
 * @param points how many main points there are
 * @param characters length of the notes
 */
record MinutesTrace(String sha256, int points, int characters) {

    static MinutesTrace of(MinutesDetails minutes) {
        List<String> points = minutes.points();
        String text = minutes.text();
        return new MinutesTrace(
                Sha256.hex(Json.write(minutes)), points == null ? 0 : points.size(), text == null ? 0 : text.length());
    }
}
