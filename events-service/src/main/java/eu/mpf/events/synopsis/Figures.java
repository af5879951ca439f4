package eu.mpf.events.synopsis;

import eu.mpf.events.synopsis.SynopsisContent.Part;
import eu.mpf.events.synopsis.SynopsisContent.Project;
import eu.mpf.events.synopsis.SynopsisContent.Section;
import java.util.List;

/** How much there was of everything. A project presented twice counts once. */
record Figures(long sessions, long contributions, long projects, long questions) {

    static Figures of(List<Part> parts) {
        List<Section> sections =
                parts.stream().flatMap(part -> part.sections().stream()).toList();
        return new Figures(
                sections.size(),
                sections.stream()
                        .mapToLong(section -> section.speakers().size())
                        .sum(),
                sections.stream()
                        .flatMap(section -> section.projects().stream())
                        .map(Project::code)
                        .distinct()
                        .count(),
                sections.stream()
                        .mapToLong(section -> section.questions().size())
                        .sum());
    }
}
