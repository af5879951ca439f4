package eu.mpf.calls.search;

import eu.mpf.calls.call.CallFilter;
import eu.mpf.calls.call.CallStatus;
import eu.mpf.web.page.Listing;
import eu.mpf.web.page.Page;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.page.SortType;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The stored searches. Every statement names the owner. Callers bring the transaction. */
@ApplicationScoped
class SavedSearches {

    private static final String COLUMNS = "s.id, s.name, s.q, s.status, s.fund, s.region, s.deadline_after,"
            + " s.deadline_before, s.frequency, s.created_at, s.updated_at, s.version, s.theme, s.country, s.applicant_kind";

    private final Sql sql;
    private final Listing listing;

    SavedSearches(Sql sql, Listing listing) {
        this.sql = sql;
        this.listing = listing;
    }

    Page<SavedSearch> page(PageParams params, String subject) {
        return listing.<SavedSearch>select(COLUMNS)
                .from("saved_search s")
                .where("s.subject = ?", subject)
                .sortableNotNull("name", "s.name", SortType.TEXT)
                .sortableNotNull("createdAt", "s.created_at", SortType.INSTANT)
                .idColumn("s.id")
                .defaultSort("createdAt")
                .page(params, SavedSearches::row);
    }

    Optional<SavedSearch> find(UUID id, String subject) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM saved_search s WHERE s.id = ? AND s.subject = ?",
                SavedSearches::row,
                id,
                subject);
    }

    int count(String subject) {
        return sql.first("SELECT count(*) FROM saved_search WHERE subject = ?", row -> row.getInt(1), subject)
                .orElseThrow();
    }

    void insert(UUID id, String subject, Person person, SavedSearch.Terms terms) {
        SavedSearch.Criteria criteria = terms.criteria();
        sql.update(
                "INSERT INTO saved_search (id, subject, address, name, q, status, fund, region, theme,"
                        + " country, applicant_kind, deadline_after, deadline_before, frequency, language, person_hash, told_at, created_at, updated_at, version)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, now(), now(), now(), 0)",
                id,
                subject,
                person.address(),
                terms.name(),
                criteria.q(),
                criteria.status(),
                criteria.fund(),
                criteria.region(),
                criteria.theme(),
                criteria.country(),
                criteria.applicantKind(),
                criteria.deadlineAfter(),
                criteria.deadlineBefore(),
                terms.frequency(),
                person.language(),
                person.hash());
    }

    /** False when another version is stored. */
    boolean update(UUID id, String subject, long version, SavedSearch.Terms terms) {
        SavedSearch.Criteria criteria = terms.criteria();
        return sql.update(
                        "UPDATE saved_search SET name = ?, q = ?, status = ?, fund = ?, region = ?, theme = ?,"
                                + " country = ?, applicant_kind = ?, deadline_after = ?,"
                                + " deadline_before = ?, frequency = ?, updated_at = now(), version = version + 1"
                                + " WHERE id = ? AND subject = ? AND version = ?",
                        terms.name(),
                        criteria.q(),
                        criteria.status(),
                        criteria.fund(),
                        criteria.region(),
                        criteria.theme(),
                        criteria.country(),
                        criteria.applicantKind(),
                        criteria.deadlineAfter(),
                        criteria.deadlineBefore(),
                        terms.frequency(),
                        id,
                        subject,
                        version)
                == 1;
    }

    void delete(UUID id, String subject) {
        sql.update("DELETE FROM saved_search WHERE id = ? AND subject = ?", id, subject);
    }

    /** What matches already when a search is saved is no news. */
    void takeAsKnown(UUID id) {
        match("now()", "s.id = ?", id);
    }

    /** Finds what matches since the last look, over all searches. */
    void matchAll() {
        match("NULL", "true");
    }

    private void match(String toldAt, String condition, Object... arguments) {
        sql.update(
                "INSERT INTO saved_search_match (search_id, call_id, matched_at, told_at)"
                        + " SELECT s.id, c.id, now(), " + toldAt
                        + " FROM saved_search s JOIN call c ON c.standing <> 'DRAFT'"
                        + " WHERE " + condition
                        + " AND NOT EXISTS (SELECT 1 FROM saved_search_match m WHERE m.search_id = s.id AND m.call_id = c.id)"
                        + " AND (s.q IS NULL OR " + CallFilter.SAYS.formatted("s.q") + ")"
                        + " AND (cardinality(s.status) = 0 OR " + CallFilter.STATUS + " = ANY (s.status))"
                        + " AND (cardinality(s.fund) = 0 OR EXISTS (SELECT 1 FROM jsonb_array_elements(c.terms->'funds') f"
                        + " WHERE f->>'code' = ANY (s.fund)))"
                        + " AND (cardinality(s.region) = 0 OR EXISTS (SELECT 1 FROM"
                        + " jsonb_array_elements_text(c.terms->'regions') r WHERE r = ANY (s.region)))"
                        + " AND (cardinality(s.theme) = 0 OR c.terms->'scope'->'themes' ?? ANY (s.theme))"
                        + " AND (cardinality(s.country) = 0 OR " + CallFilter.isOpenTo("countries", "s.country") + ")"
                        + " AND (cardinality(s.applicant_kind) = 0 OR "
                        + CallFilter.isOpenTo("applicantKinds", "s.applicant_kind") + ")"
                        + " AND (s.deadline_after IS NULL OR c.deadline_at > s.deadline_after)"
                        + " AND (s.deadline_before IS NULL OR c.deadline_at < s.deadline_before)"
                        + " ON CONFLICT DO NOTHING",
                arguments);
    }

    /** A search whose owner is to be told and that no other instance holds. */
    Optional<Due> claim() {
        return sql.first(
                "SELECT s.id, s.name, s.address, s.language, s.frequency FROM saved_search s WHERE EXISTS"
                        + " (SELECT 1 FROM saved_search_match m WHERE m.search_id = s.id AND m.told_at IS NULL)"
                        + " ORDER BY s.id LIMIT 1 FOR UPDATE OF s SKIP LOCKED",
                row -> new Due(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        Locale.forLanguageTag(row.getString(4)),
                        SavedSearch.Frequency.valueOf(row.getString(5))));
    }

    /** Takes the news of a search: after this they are told. */
    List<News> tell(UUID id) {
        return sql.list(
                "WITH told AS (UPDATE saved_search_match SET told_at = now() WHERE search_id = ? AND told_at IS NULL"
                        + " RETURNING call_id) SELECT c.id, c.key, coalesce(c.terms->'title'->>'en', c.key), "
                        + CallFilter.STATUS
                        + ", c.deadline_at FROM told t JOIN call c ON c.id = t.call_id ORDER BY c.id",
                row -> new News(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Sql.instant(row, "deadline_at")),
                id);
    }

    List<SavedSearch.Match> matches(UUID id) {
        return sql.list(
                "SELECT m.call_id, c.key, m.matched_at, m.told_at FROM saved_search_match m"
                        + " JOIN call c ON c.id = m.call_id WHERE m.search_id = ? ORDER BY m.matched_at DESC, m.call_id LIMIT 200",
                row -> new SavedSearch.Match(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        Objects.requireNonNull(Sql.instant(row, "matched_at")),
                        Sql.instant(row, "told_at")),
                id);
    }

    private static SavedSearch row(ResultSet row) throws SQLException {
        return new SavedSearch(
                row.getObject(1, UUID.class),
                new SavedSearch.Terms(
                        row.getString(2),
                        new SavedSearch.Criteria(
                                row.getString(3),
                                texts(row, 4).stream().map(CallStatus::valueOf).toList(),
                                texts(row, 5),
                                texts(row, 6),
                                texts(row, 13),
                                texts(row, 14),
                                texts(row, 15),
                                Sql.instant(row, "deadline_after"),
                                Sql.instant(row, "deadline_before")),
                        SavedSearch.Frequency.valueOf(row.getString(9))),
                Objects.requireNonNull(Sql.instant(row, "created_at")),
                Objects.requireNonNull(Sql.instant(row, "updated_at")),
                row.getLong(12));
    }

    private static List<String> texts(ResultSet row, int column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    /** Whose search it is. {@code hash} finds the person's rows again. Personal data. */
    record Person(String address, String language, @Nullable String hash) {}

    /** Whom to tell. The address is personal data. */
    record Due(UUID id, String name, String address, Locale language, SavedSearch.Frequency frequency) {}

    /** A call that came to match. */
    record News(
            UUID callId,
            String key,
            String title,
            String status,
            @Nullable Instant deadlineAt) {}
}
