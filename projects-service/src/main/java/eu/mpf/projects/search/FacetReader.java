package eu.mpf.projects.search;

import eu.mpf.projects.project.ProjectConditions;
import eu.mpf.projects.project.ProjectFilter;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectSelection;
import eu.mpf.projects.project.ProjectSight;
import eu.mpf.web.page.Count;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.SortType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Counts hits by facet, all facets in one statement. Of very many hits the newest are counted, and the answer says so. */
@ApplicationScoped
public class FacetReader {

    private static final long LIMIT = Count.LIMIT;

    private static final String HITS = """
            SELECT p.id, p.fund, p.themes, p.partner_countries, p.region, p.status, p.kind, p.start_date
            FROM project p%s ORDER BY p.id DESC LIMIT %d""";

    private static final String TOTAL = "total";

    private final Listing listing;
    private final ProjectSelection selection;
    private final ProjectReader projects;

    FacetReader(Listing listing, ProjectSelection selection, ProjectReader projects) {
        this.listing = listing;
        this.selection = selection;
        this.projects = projects;
    }

    private record Row(String facet, String value, long hits) {}

    public FacetCounts count(ProjectFilter filter, Set<Facet> facets) {
        ProjectSight sight = projects.sight();
        List<Object> values = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        String hits = hits(filter, sight, values);
        parts.add("SELECT '%s' AS facet, '' AS value, count(*) AS hits FROM hits p".formatted(TOTAL));
        for (Facet facet : facets) {
            ProjectFilter open = facet.open(filter);
            String from = open.equals(filter) ? "hits p" : "(" + hits(open, sight, values) + ") p";
            parts.add(
                    "SELECT '%s', key, count(*) FROM (SELECT %s AS key FROM %s) keys WHERE key IS NOT NULL GROUP BY key"
                            .formatted(facet.parameter(), facet.key(), from));
        }
        List<Row> rows = new ArrayList<>();
        listing
                .<Row>select("c.facet, c.value, c.hits")
                .from(
                        "(WITH hits AS MATERIALIZED (%s) %s) c".formatted(hits, String.join(" UNION ALL ", parts)),
                        values.toArray())
                .plannedByValues()
                .idColumn("c.facet", SortType.TEXT)
                .stream(row -> new Row(row.getString(1), row.getString(2), row.getLong(3)), rows::add);
        return new FacetCounts(
                total(rows), facets.stream().map(facet -> values(facet, rows)).toList());
    }

    private String hits(ProjectFilter filter, ProjectSight sight, Collection<Object> values) {
        ProjectConditions conditions = selection.of(filter, sight);
        values.addAll(Arrays.asList(conditions.values()));
        return HITS.formatted(conditions.where(), LIMIT);
    }

    private static Count total(List<Row> rows) {
        long counted = rows.stream()
                .filter(row -> row.facet().equals(TOTAL))
                .mapToLong(Row::hits)
                .sum();
        return new Count(counted, counted < LIMIT ? Count.Type.EXACT : Count.Type.AT_LEAST);
    }

    private static FacetCounts.Values values(Facet facet, List<Row> rows) {
        return new FacetCounts.Values(
                facet.parameter(),
                rows.stream()
                        .filter(row -> row.facet().equals(facet.parameter()))
                        .sorted(Comparator.comparingLong(Row::hits).reversed().thenComparing(Row::value))
                        .map(row -> new FacetCounts.Value(row.value(), row.hits()))
                        .toList());
    }
}
