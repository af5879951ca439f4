package eu.mpf.projects.search;

import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.ProjectView;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Finds projects like another: candidates by shared words, by shared theme and country, and by the same lead, a bounded
 * number of each; then weighs them by the wording of their titles (trigrams) and by their shape.
 */
@ApplicationScoped
public class SimilarReader {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int SHORTEST_WORD = 4;
    private static final int WORDS = 8;

    private static final String CANDIDATES = """
            (SELECT p.* FROM project p WHERE p.search @@ search_query(?)%1$s ORDER BY p.id DESC LIMIT 300)
            UNION
            (SELECT p.* FROM project p WHERE p.themes && ?::text[] AND p.partner_countries && ?::text[]%1$s ORDER BY p.id DESC LIMIT 300)
            UNION
            (SELECT p.* FROM project p WHERE p.lead_code = ?%1$s ORDER BY p.id DESC LIMIT 100)""";

    private static final String WEIGHED = """
            (SELECT p.*, ((0.6 * p.wording + 0.4 * (0.35 * cardinality(p.shared_themes) / greatest(1, p.all_themes)
                                                  + 0.35 * cardinality(p.shared_countries) / greatest(1, p.all_countries)
                                                  + 0.15 * (cardinality(p.shared_types) > 0)::int
                                                  + 0.15 * p.same_fund::int)) * 1000)::int AS likeness
             FROM (SELECT p.*, similarity(plain(p.title), plain(?)) AS wording,
                          ARRAY(SELECT unnest(p.themes) INTERSECT SELECT unnest(this.themes)) AS shared_themes,
                          cardinality(ARRAY(SELECT unnest(p.themes) UNION SELECT unnest(this.themes))) AS all_themes,
                          ARRAY(SELECT unnest(p.partner_countries) INTERSECT SELECT unnest(this.countries)) AS shared_countries,
                          cardinality(ARRAY(SELECT unnest(p.partner_countries) UNION SELECT unnest(this.countries))) AS all_countries,
                          ARRAY(SELECT unnest(c.means) FROM current_classification c WHERE c.project_id = p.id
                                INTERSECT
                                SELECT unnest(c.means) FROM current_classification c WHERE c.project_id = this.id) AS shared_types,
                          COALESCE(p.fund = this.fund, false) AS same_fund
                   FROM (%s) p,
                        (SELECT ?::uuid AS id, ?::text[] AS themes, ?::text[] AS countries, ?::text AS fund) this
                   WHERE p.id <> this.id) p) p""";

    private final Listing listing;
    private final ProjectReader projects;

    SimilarReader(Listing listing, ProjectReader projects) {
        this.listing = listing;
        this.projects = projects;
    }

    /** The nearest projects, the nearest first; as many as a page holds. */
    public List<SimilarProject> like(UUID id, PageParams params) {
        ProjectView project = projects.get(id);
        String title = project.title().get(List.of());
        String seen = projects.sight().all() ? "" : " AND p.visibility = 'PUBLISHED'";
        return listing.<SimilarProject>select(
                        "p.id, p.code, p.title, p.status, p.likeness, p.shared_themes, p.shared_countries, p.shared_types, p.same_fund")
                .from(
                        WEIGHED.formatted(CANDIDATES.formatted(seen)),
                        title,
                        words(title),
                        project.themes(),
                        project.partnerCountries(),
                        project.leadOrganisation() == null ? "" : project.leadOrganisation(),
                        id,
                        project.themes(),
                        project.partnerCountries(),
                        project.fund() == null ? "" : project.fund())
                .plannedByValues()
                .idColumn("p.id")
                .sortableNotNull("similarity", "p.likeness", SortType.INTEGER)
                .defaultSort("similarity desc")
                .where("p.likeness > 0")
                .page(params, SimilarReader::read)
                .items();
    }

    /** The longest words of a title, any of them: long words are rare ones. */
    private static String words(String title) {
        return NO_WORD.splitAsStream(title.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() >= SHORTEST_WORD)
                .distinct()
                .sorted((a, b) -> Integer.compare(b.length(), a.length()))
                .limit(WORDS)
                .collect(Collectors.joining(" or "));
    }

    private static SimilarProject read(ResultSet row) throws SQLException {
        return new SimilarProject(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("title"),
                ProjectStatus.valueOf(row.getString("status")),
                row.getBigDecimal("likeness").movePointLeft(3),
                texts(row, "shared_themes"),
                texts(row, "shared_countries"),
                texts(row, "shared_types"),
                row.getBoolean("same_fund"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return List.of((String[]) array.getArray());
    }
}
