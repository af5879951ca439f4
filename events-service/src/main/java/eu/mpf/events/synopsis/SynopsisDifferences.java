package eu.mpf.events.synopsis;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.shared.Difference;
import eu.mpf.events.shared.Differences;
import eu.mpf.events.sql.Json;
import java.util.List;

/** What changed from one edition of a report to another. */
public final class SynopsisDifferences {
    private SynopsisDifferences() {}

    public static List<Difference> between(Synopsis earlier, Synopsis later) {
        return Differences.between(tree(earlier), tree(later));
    }

    private static JsonNode tree(Synopsis synopsis) {
        return Json.read(Json.write(synopsis.content()), JsonNode.class);
    }
}
