package eu.mpf.events.synopsis;

import eu.mpf.events.synopsis.SynopsisContent.Part;
import eu.mpf.events.synopsis.SynopsisContent.Reading;
import eu.mpf.events.synopsis.SynopsisContent.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A link in a report.
 *
 * @param pointer where it stands in the content, as a JSON pointer
 * @param place the same in words
 * @param target empty if the link leads nowhere
 */
public record FoundLink(String pointer, String place, String text, String target) {

    /** Every link of a report, in reading order. */
    static List<FoundLink> in(SynopsisContent content) {
        List<FoundLink> links = new ArrayList<>();
        text(links, "/introduction", "Introduction", content.introduction());
        for (int p = 0; p < content.parts().size(); p++) {
            Part part = content.parts().get(p);
            for (int s = 0; s < part.sections().size(); s++) {
                section(
                        links,
                        "/parts/%d/sections/%d".formatted(p, s),
                        part,
                        part.sections().get(s));
            }
        }
        if (content.positioning() != null) {
            text(
                    links,
                    "/positioning/outcome",
                    "Positioning exercise, outcome",
                    content.positioning().outcome());
        }
        list(links, "/nextSteps", "Next steps", content.nextSteps());
        List<Reading> readings = content.furtherReading() == null ? List.of() : content.furtherReading();
        for (int i = 0; i < readings.size(); i++) {
            String target = readings.get(i).target();
            links.add(new FoundLink(
                    "/furtherReading/%d/target".formatted(i),
                    "Further reading, item %d".formatted(i + 1),
                    readings.get(i).text(),
                    target == null ? "" : target.strip()));
        }
        return links;
    }

    private static void section(List<FoundLink> links, String pointer, Part part, Section section) {
        String place = "%s, %s".formatted(part.title(), section.title());
        list(links, pointer + "/points", place + ", point", section.points());
        for (int q = 0; q < section.questions().size(); q++) {
            text(
                    links,
                    "%s/questions/%d/answer".formatted(pointer, q),
                    "%s, answer to question %d".formatted(place, q + 1),
                    section.questions().get(q).answer());
        }
        text(links, pointer + "/feedback", place + ", how it was received", section.feedback());
    }

    private static void list(List<FoundLink> links, String pointer, String place, @Nullable List<String> texts) {
        for (int i = 0; texts != null && i < texts.size(); i++) {
            text(links, "%s/%d".formatted(pointer, i), "%s, item %d".formatted(place, i + 1), texts.get(i));
        }
    }

    private static void text(List<FoundLink> links, String pointer, String place, @Nullable String text) {
        if (text == null) {
            return;
        }
        for (Prose.Piece piece : Prose.pieces(text)) {
            if (piece instanceof Prose.Link link) {
                links.add(new FoundLink(pointer, place, link.text(), link.target()));
            }
        }
    }
}
