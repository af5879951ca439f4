package eu.mpf.projects.grantee;

import eu.mpf.projects.project.GranteeStanding;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Derives the grantees of today from the projects of today, in one statement: nothing is stored that could grow stale. */
@ApplicationScoped
public class GranteeReader {

    private static final String GRANTEES = """
            (SELECT o.id, o.code, o.name, o.country, l.current, l.past
             FROM organisation o JOIN (
                 SELECT lead_code,
                        COALESCE(array_agg(code ORDER BY code) FILTER (WHERE status IN ('CONTRACTED', 'RUNNING', 'SUSPENDED')), '{}') AS current,
                        COALESCE(array_agg(code ORDER BY code) FILTER (WHERE status IN ('CLOSED', 'TERMINATED')), '{}') AS past
                 FROM project
                 WHERE kind = 'GRANT' AND visibility = 'PUBLISHED' AND contracted_on IS NOT NULL AND lead_code IS NOT NULL
                 GROUP BY lead_code) l ON l.lead_code = o.code) g""";

    private final Listing listing;

    GranteeReader(Listing listing) {
        this.listing = listing;
    }

    /** @param standing CURRENT or PAST alone, or both if absent; nobody has the standing NONE here */
    public Page<Grantee> page(@Nullable GranteeStanding standing, List<String> countries, PageParams params) {
        SqlList<Grantee> list = listing.<Grantee>select("g.*")
                .from(GRANTEES)
                .idColumn("g.id")
                .sortableNotNull("name", "g.name", SortType.TEXT)
                .sortableNotNull("code", "g.code", SortType.TEXT)
                .sortableNotNull("country", "g.country", SortType.TEXT)
                .defaultSort("name");
        if (standing != null) {
            list.where(
                    switch (standing) {
                        case CURRENT -> "cardinality(g.current) > 0";
                        case PAST -> "cardinality(g.current) = 0";
                        case NONE -> "false";
                    });
        }
        if (!countries.isEmpty()) {
            list.where("g.country = ANY(?::text[])", countries);
        }
        return list.page(params, GranteeReader::read);
    }

    private static Grantee read(ResultSet row) throws SQLException {
        List<String> current = texts(row, "current");
        return new Grantee(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                row.getString("country"),
                current.isEmpty() ? GranteeStanding.PAST : GranteeStanding.CURRENT,
                current,
                texts(row, "past"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }
}
