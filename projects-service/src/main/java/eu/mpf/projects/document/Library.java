package eu.mpf.projects.document;

import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Countries;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The public documents and knowledge items of all published projects, in one statement; files that were found infected are none. */
@ApplicationScoped
public class Library {

    private static final String FROM = """
            document d JOIN project p ON p.id = d.project_id JOIN stored_file f ON f.id = d.file_id \
            JOIN file_content c ON c.checksum = f.checksum""";

    private static final String WORDS = """
            EXISTS (SELECT 1 FROM (VALUES (d.details -> 'title'), (d.details -> 'description')) part (texts), \
            jsonb_each_text(NULLIF(part.texts, 'null')) said (language, words) WHERE strpos(plain(said.words), plain(?)) > 0)""";

    private final Listing listing;
    private final CodeLists codes;
    private final StoredJson json;

    Library(Listing listing, CodeLists codes, StoredJson json) {
        this.listing = listing;
        this.codes = codes;
        this.json = json;
    }

    public Page<LibraryItem> page(LibraryFilter filter, PageParams params) {
        SqlList<LibraryItem> items = listing.<LibraryItem>select(
                        "d.id, d.project_id, p.code, p.details ->> 'title' AS project_title, p.themes, d.kind,"
                                + " d.details::text AS details, f.language, f.version, f.media_type, f.size, f.checksum,"
                                + " d.updated_at")
                .from(FROM)
                .idColumn("d.id")
                .sortableNotNull("updatedAt", "d.updated_at", SortType.INSTANT)
                .sortableNotNull("projectCode", "p.code", SortType.TEXT)
                .defaultSort("updatedAt desc")
                .where("d.visibility = 'PUBLIC' AND p.visibility = 'PUBLISHED' AND c.scan <> 'INFECTED'");
        if (filter.q() != null) {
            items.where(WORDS, filter.q());
        }
        return items.whereIf(
                        !filter.kind().isEmpty(),
                        "d.kind = ANY(?::text[])",
                        filter.kind().stream().map(Enum::name).toList())
                .whereIf(
                        !filter.language().isEmpty(),
                        "f.language = ANY(?::text[])",
                        coded("languages", filter.language()))
                .whereIf(
                        !filter.licence().isEmpty(),
                        "d.details ->> 'licence' = ANY(?::text[])",
                        coded("licences", filter.licence()))
                .whereIf(!filter.theme().isEmpty(), "p.themes && ?::text[]", coded("themes", filter.theme()))
                .whereIf(
                        !filter.country().isEmpty(),
                        "p.partner_countries && ?::text[]",
                        filter.country().stream()
                                .map(each -> Countries.known(each) ? Countries.canonical(each) : each)
                                .toList())
                .whereIf(!filter.project().isEmpty(), "p.code = ANY(?::text[])", filter.project())
                .page(params, this::read);
    }

    private List<String> coded(String list, List<String> written) {
        return written.stream()
                .map(each -> codes.resolve(list, each).orElse(each))
                .toList();
    }

    private LibraryItem read(ResultSet row) throws SQLException {
        DocumentDetails details = json.read(row.getString("details"), DocumentDetails.class);
        return new LibraryItem(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                row.getString("code"),
                json.read(row.getString("project_title"), LocalizedText.class),
                List.of((String[]) row.getArray("themes").getArray()),
                DocumentKind.valueOf(row.getString("kind")),
                Objects.requireNonNull(details.title()),
                details.description(),
                Objects.requireNonNull(details.licence()),
                row.getString("language"),
                row.getInt("version"),
                row.getString("media_type"),
                row.getLong("size"),
                HexFormat.of().formatHex(row.getBytes("checksum")),
                Objects.requireNonNull(Sql.instant(row, "updated_at")));
    }
}
