package eu.mpf.projects.organisation;

import com.fasterxml.jackson.core.type.TypeReference;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.page.SqlList;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads organisations in one statement each. */
@ApplicationScoped
public class OrganisationReader {

    private final Listing listing;
    private final StoredJson json;

    OrganisationReader(Listing listing, StoredJson json) {
        this.listing = listing;
        this.json = json;
    }

    public Page<OrganisationView> page(
            PageParams params,
            @Nullable String q,
            List<String> codes,
            List<OrganisationKind> kinds,
            List<String> countries) {
        SqlList<OrganisationView> list = select();
        if (q != null && !q.isBlank()) {
            list.where("o.search @@ websearch_to_tsquery('simple', plain(?))", q);
        }
        if (!codes.isEmpty()) {
            list.where("o.code = ANY(?::text[])", codes);
        }
        if (!kinds.isEmpty()) {
            list.where("o.kind = ANY(?::text[])", kinds);
        }
        if (!countries.isEmpty()) {
            list.where(
                    "o.country = ANY(?::text[])",
                    countries.stream()
                            .map(each -> Countries.known(each) ? Countries.canonical(each) : each)
                            .toList());
        }
        return list.page(params, this::read);
    }

    public OrganisationView get(UUID id) {
        return select().where("o.id = ?", id).page(new PageParams(), this::read).items().stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("organisation", id));
    }

    public Optional<OrganisationView> byCode(String code) {
        return select().where("o.code = ?", code).page(new PageParams(), this::read).items().stream()
                .findFirst();
    }

    /** Every organisation by its code, one after the other. */
    public void forEach(Consumer<OrganisationView> consumer) {
        select().defaultSort("code").stream(this::read, consumer);
    }

    private SqlList<OrganisationView> select() {
        return listing.<OrganisationView>select("o.*")
                .from("organisation o")
                .idColumn("o.id")
                .sortableNotNull("name", "o.name", SortType.TEXT)
                .sortableNotNull("code", "o.code", SortType.TEXT)
                .sortableNotNull("country", "o.country", SortType.TEXT)
                .sortableNotNull("updatedAt", "o.updated_at", SortType.INSTANT)
                .defaultSort("name");
    }

    private OrganisationView read(ResultSet row) throws SQLException {
        return new OrganisationView(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("name"),
                json.read(row.getString("names"), new TypeReference<List<OrganisationName>>() {}),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("country"),
                json.read(row.getString("identifiers"), new TypeReference<List<Identifier>>() {}),
                row.getString("succeeded_by"),
                row.getObject("succeeded_on", LocalDate.class),
                row.getString("merged_into"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant(),
                row.getLong("version"));
    }
}
