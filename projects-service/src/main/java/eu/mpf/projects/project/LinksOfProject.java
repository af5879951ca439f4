package eu.mpf.projects.project;

import eu.mpf.web.link.FoundLinks;

/** Finds the links that readers of a project are given. */
public final class LinksOfProject {
    private LinksOfProject() {}

    /** @param base the pointer to the description in the request, empty for its root */
    public static FoundLinks in(String base, ProjectDetails details) {
        FoundLinks links = new FoundLinks().text(base + "/summary", "Summary", details.summary());
        for (int i = 0; i < details.notes().size(); i++) {
            CountryNote note = details.notes().get(i);
            links.text("%s/notes/%d/note".formatted(base, i), "Note on " + note.country(), note.note());
        }
        return links;
    }
}
