package eu.mpf.projects.search;

import eu.mpf.projects.project.ProjectFilter;
import eu.mpf.web.problem.ProblemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** By what hits are counted. A project counts once for each value it has, and not at all where it has none. */
public enum Facet {
    FUND("p.fund"),
    THEME("unnest(p.themes)"),
    COUNTRY("unnest(p.partner_countries)"),
    REGION("p.region"),
    STATUS("p.status"),
    KIND("p.kind"),
    TYPE(
            "unnest(ARRAY(SELECT DISTINCT mean FROM current_classification c, unnest(c.means) mean WHERE c.project_id = p.id))"),
    YEAR("extract(year FROM p.start_date)::int::text");

    private final String key;

    Facet(String key) {
        this.key = key;
    }

    /** The SQL that gives a project's value or values. */
    String key() {
        return key;
    }

    /** As written in a query parameter and in the answer. */
    public String parameter() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The filter without what this facet chooses: who has chosen one fund still sees what the others would give. */
    ProjectFilter open(ProjectFilter f) {
        return new ProjectFilter(
                f.q(),
                f.code(),
                this == STATUS ? List.of() : f.status(),
                this == KIND ? List.of() : f.kind(),
                this == THEME ? List.of() : f.theme(),
                this == FUND ? List.of() : f.fund(),
                this == COUNTRY ? List.of() : f.country(),
                this == REGION ? List.of() : f.region(),
                this == TYPE ? List.of() : f.type(),
                f.lead(),
                f.callId(),
                f.grantId(),
                this == YEAR ? null : f.startedAfter(),
                this == YEAR ? null : f.startedBefore(),
                f.notPresented(),
                f.asOf());
    }

    /** Reads {@code fund,theme}, as one value or several; all if nothing is named. */
    public static Set<Facet> parse(List<String> names) {
        Set<Facet> wanted = EnumSet.noneOf(Facet.class);
        names.stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(name -> wanted.add(Arrays.stream(values())
                        .filter(facet -> facet.parameter().equals(name))
                        .findFirst()
                        .orElseThrow(
                                () -> ProblemException.invalid("?facets", "unknown", "There is no facet " + name))));
        return wanted.isEmpty() ? EnumSet.allOf(Facet.class) : wanted;
    }
}
