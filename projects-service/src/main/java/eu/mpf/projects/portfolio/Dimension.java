package eu.mpf.projects.portfolio;

import eu.mpf.web.problem.ProblemException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** By what figures are grouped. A project without a value counts under UNKNOWN, so that groups add up or name what is missing. */
public enum Dimension {
    FUND("COALESCE(p.fund, 'UNKNOWN')", false),
    THEME("unnest(CASE WHEN cardinality(p.themes) = 0 THEN ARRAY['UNKNOWN'] ELSE p.themes END)", true),
    COUNTRY(
            "unnest(CASE WHEN cardinality(p.partner_countries) = 0 THEN ARRAY['UNKNOWN'] ELSE p.partner_countries END)",
            true),
    MEMBER_STATE(
            "unnest(CASE WHEN cardinality(p.member_states) = 0 THEN ARRAY['UNKNOWN'] ELSE p.member_states END)", true),
    REGION("COALESCE(p.region, 'UNKNOWN')", false),
    TYPE("unnest(COALESCE(p.means, ARRAY['UNKNOWN']))", true),
    YEAR("COALESCE(extract(year FROM p.start_date)::int::text, 'UNKNOWN')", false),
    STATUS("p.status", false),
    KIND("p.kind", false);

    private final String key;
    private final boolean overlapping;

    Dimension(String key, boolean overlapping) {
        this.key = key;
        this.overlapping = overlapping;
    }

    /** The SQL that gives a project's group or groups. */
    String key() {
        return key;
    }

    /** Whether a project may count in several groups, so that they do not add up to the whole. */
    public boolean overlapping() {
        return overlapping;
    }

    /** As written in a query parameter: {@code memberState}. */
    public String parameter() {
        String[] words = name().toLowerCase(Locale.ROOT).split("_");
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }

    /** Reads {@code fund,theme}, as one value or several. */
    public static Set<Dimension> parse(List<String> by) {
        Set<Dimension> wanted = EnumSet.noneOf(Dimension.class);
        by.stream()
                .flatMap(each -> Arrays.stream(each.split(",")))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(name -> wanted.add(Arrays.stream(values())
                        .filter(each -> each.parameter().equals(name))
                        .findFirst()
                        .orElseThrow(() -> ProblemException.invalid(
                                "?by", "unknown-dimension", "Figures are not grouped by " + name))));
        return wanted;
    }
}
