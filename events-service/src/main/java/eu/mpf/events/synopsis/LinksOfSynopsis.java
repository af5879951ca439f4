package eu.mpf.events.synopsis;

import eu.mpf.events.synopsis.SynopsisContent.Handout;
import eu.mpf.events.synopsis.SynopsisContent.Part;
import eu.mpf.events.synopsis.SynopsisContent.Reading;
import eu.mpf.events.synopsis.SynopsisContent.Section;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.link.FoundLinks;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds every link of a report, in reading order. */
final class LinksOfSynopsis {
    private final FoundLinks links = new FoundLinks();

    private LinksOfSynopsis() {}

    static List<FoundLink> in(SynopsisContent content) {
        LinksOfSynopsis found = new LinksOfSynopsis();
        found.report(content);
        return found.links.list();
    }

    private void report(SynopsisContent content) {
        links.text("/introduction", "Introduction", content.introduction());
        for (int p = 0; p < content.parts().size(); p++) {
            Part part = content.parts().get(p);
            for (int s = 0; s < part.sections().size(); s++) {
                section(
                        "/parts/%d/sections/%d".formatted(p, s),
                        part,
                        part.sections().get(s));
            }
        }
        if (content.positioning() != null) {
            links.text(
                    "/positioning/outcome",
                    "Positioning exercise, outcome",
                    content.positioning().outcome());
        }
        texts("/nextSteps", "Next steps", content.nextSteps());
        List<Reading> readings = content.furtherReading() == null ? List.of() : content.furtherReading();
        for (int i = 0; i < readings.size(); i++) {
            links.link(
                    "/furtherReading/%d/target".formatted(i),
                    "Further reading, item %d".formatted(i + 1),
                    readings.get(i).text(),
                    readings.get(i).target());
        }
    }

    private void section(String pointer, Part part, Section section) {
        String place = "%s, %s".formatted(part.title(), section.title());
        texts(pointer + "/points", place + ", point", section.points());
        for (int q = 0; q < section.questions().size(); q++) {
            links.text(
                    "%s/questions/%d/answer".formatted(pointer, q),
                    "%s, answer to question %d".formatted(place, q + 1),
                    section.questions().get(q).answer());
        }
        links.text(pointer + "/feedback", place + ", how it was received", section.feedback());
        List<Handout> materials = section.materials() == null ? List.of() : section.materials();
        for (int m = 0; m < materials.size(); m++) {
            links.link(
                    "%s/materials/%d/target".formatted(pointer, m),
                    "%s, material %d".formatted(place, m + 1),
                    materials.get(m).title(),
                    materials.get(m).target());
        }
    }

    private void texts(String pointer, String place, @Nullable List<String> texts) {
        for (int i = 0; texts != null && i < texts.size(); i++) {
            links.text("%s/%d".formatted(pointer, i), "%s, item %d".formatted(place, i + 1), texts.get(i));
        }
    }
}
