package eu.mpf.events.synopsis;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.shared.Difference;
import eu.mpf.events.shared.Differences;
import eu.mpf.events.sql.Json;
import eu.mpf.web.value.Sha256;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail tells of an edition: its state, a fingerprint of what it said, and where that changed. Not the words:
 * a report names people, who may ask for their names to go, and nothing ever goes from the trail.
 *
 * @param sha256 of the content's JSON, in hexadecimal
 * @param changed what an edit did, in reading order; {@code null} where nothing was edited
 */
record SynopsisTrace(
        int edition,
        String language,
        SynopsisStatus status,
        String sha256,
        @Nullable List<Place> changed) {

    /**
     * One thing that differs.
     *
     * @param pointer JSON pointer into the content after the edit; for what was removed, before it
     */
    record Place(Difference.Kind kind, String pointer) {}

    static SynopsisTrace of(Synopsis synopsis) {
        return of(synopsis, null);
    }

    /** @param before the content, as it was */
    static SynopsisTrace edited(Synopsis synopsis, SynopsisContent before) {
        List<Difference> differences = Differences.between(tree(before), tree(synopsis.content()));
        return of(
                synopsis,
                differences.stream()
                        .map(difference -> new Place(difference.kind(), difference.pointer()))
                        .toList());
    }

    private static SynopsisTrace of(Synopsis synopsis, @Nullable List<Place> changed) {
        return new SynopsisTrace(
                synopsis.edition(),
                synopsis.language(),
                synopsis.status(),
                Sha256.hex(Json.write(synopsis.content())),
                changed);
    }

    private static JsonNode tree(SynopsisContent content) {
        return Json.read(Json.write(content), JsonNode.class);
    }
}
