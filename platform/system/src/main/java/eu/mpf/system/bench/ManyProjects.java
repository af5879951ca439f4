package eu.mpf.system.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Fills the projects service's tables with generated projects, as the service itself would have written them: what the
 * trigger would work out for each row is worked out for all at once, and compared with the trigger's at the end.
 */
final class ManyProjects {

    private static final int AT_ONCE = 50_000;

    private static final String ORGANISATIONS = """
            INSERT INTO organisation (id, version, code, kind, country, name, names, identifiers, search_text, created_at, updated_at)
            SELECT uuidv7(), 1, 'BENCH-' || n, 'PUBLIC_AUTHORITY', (ARRAY['LV', 'LT', 'PT', 'FR', 'DE'])[1 + n % 5],
                   'Authority ' || n, '[]', '[]', 'Authority ' || n, now(), now()
            FROM generate_series(0, 999) n""";

    /** A word of seven tenths of the summaries, of one in a hundred, and of one in a hundred thousand. */
    static final String COMMON = "cooperation";

    static final String MIDDLE = "seafarers";

    static final String RARE = "lighthouses";

    // Titles in an order that is not the order of the rows on disk, as with real ones.
    private static final String PROJECTS = """
            INSERT INTO project (id, version, code, kind, status, status_since, visibility, money_public, valid_from, details,
                                 title, lead_code, fund, themes, member_states, partner_countries, start_date, end_date,
                                 currency, total, eu_share, search_text, lead_search, bodies, search, created_at, updated_at)
            SELECT uuidv7(), 1, g.code, 'GRANT', status, start, 'PUBLISHED', true, start,
                   jsonb_build_object(
                     'title', jsonb_build_object('en', title), 'summary', jsonb_build_object('en', summary),
                     'kind', 'GRANT', 'leadOrganisation', lead, 'memberStates', jsonb_build_array('LV', 'LT'),
                     'partnerCountries', jsonb_build_array(g.country), 'themes', jsonb_build_array(theme),
                     'startDate', start, 'endDate', start + 730, 'fund', fund,
                     'budget', jsonb_build_object(
                       'total', jsonb_build_object('amount', total::text, 'currency', 'EUR'),
                       'euShare', jsonb_build_object('amount', share::text, 'currency', 'EUR'),
                       'rate', round(share * 100 / total, 2)::text, 'rateBasis', 'DERIVED',
                       'otherDonors', '[]'::jsonb, 'headings', '[]'::jsonb),
                     'acronymVariants', '[]'::jsonb, 'partners', '[]'::jsonb, 'beneficiaries', '[]'::jsonb,
                     'inKind', '[]'::jsonb, 'activities', '[]'::jsonb, 'notes', '[]'::jsonb),
                   title, lead, fund, ARRAY[theme], ARRAY['LV', 'LT'], ARRAY[g.country], start, start + 730,
                   'EUR', total, share, title, o.search_text, ARRAY[lead],
                   setweight(to_tsvector('simple', plain(g.code)), 'A')
                     || setweight(to_tsvector('simple', plain(o.search_text)), 'B')
                     || setweight(to_tsvector('simple', plain(fund || ' ' || theme)), 'D')
                     || setweight(to_tsvector('simple', plain(title)), 'A')
                     || setweight(to_tsvector('english', plain(title)), 'A')
                     || setweight(to_tsvector('simple', plain(summary)), 'D')
                     || setweight(to_tsvector('english', plain(summary)), 'D')
                     || latvia.search || lithuania.search || partner.search,
                   now(), now()
            FROM (SELECT n, 'BENCH-' || n AS code, md5(n::text) || ' project ' || n AS title,
                         md5((n / 100)::text) || ' trains officers and advises ministries on migration'
                         || CASE WHEN n % 10 < 7 THEN ' through cooperation' ELSE '' END
                         || CASE WHEN n % 100 = 0 THEN ' of seafarers' ELSE '' END
                         || CASE WHEN n % 100000 = 7 THEN ' near lighthouses' ELSE '' END AS summary,
                         'BENCH-' || n % 1000 AS lead, (ARRAY['MD', 'GE', 'TN', 'EG', 'JO', 'PK'])[1 + n % 6] AS country,
                         (ARRAY['border-management', 'legal-migration', 'return'])[1 + n % 3] AS theme,
                         (ARRAY['AMIF', 'ISF', 'BMVI'])[1 + n / 3 % 3] AS fund,
                         (ARRAY['RUNNING', 'CLOSED', 'CLOSED', 'RUNNING', 'CLOSED'])[1 + n / 7 % 5] AS status,
                         (100000 + n % 900000)::numeric(18, 2) AS total, (75000 + n % 900000 * 3 / 4)::numeric(18, 2) AS share,
                         DATE '2010-01-01' + (n::bigint * 7919 % 5000)::int AS start
                  FROM generate_series(?, ?) n) g
                 JOIN organisation o ON o.code = lead
                 JOIN country_search_name latvia ON latvia.code = 'LV'
                 JOIN country_search_name lithuania ON lithuania.code = 'LT'
                 JOIN country_search_name partner ON partner.code = g.country""";

    // Of the rows that the trigger then has written, none may be found by other words.
    private static final String AS_GENERATED =
            "CREATE TEMP TABLE generated AS SELECT id, strip(search) AS words, bodies FROM project ORDER BY id LIMIT 200";

    private static final String BY_TRIGGER =
            "UPDATE project SET updated_at = updated_at WHERE id IN (SELECT id FROM generated)";

    private static final String DIFFERENT = """
            SELECT count(*) FROM generated g JOIN project p USING (id)
            WHERE strip(p.search) <> g.words OR p.bodies <> g.bodies""";

    private ManyProjects() {}

    static void fill(Connection database, int rows) throws SQLException {
        long start = System.nanoTime();
        run(database, "SET synchronous_commit = off", "SET maintenance_work_mem = '512MB'", ORGANISATIONS);
        List<String> indexes = indexes(database);
        for (String index : indexes) {
            run(database, "DROP INDEX " + index.replaceAll("(?s)^CREATE INDEX (\\S+) .*", "$1"));
        }
        run(database, "ALTER TABLE project DISABLE TRIGGER USER");
        try (var insert = database.prepareStatement(PROJECTS)) {
            for (int done = 0; done < rows; done += AT_ONCE) {
                insert.setInt(1, done + 1);
                insert.setInt(2, Math.min(rows, done + AT_ONCE));
                insert.executeUpdate();
            }
        }
        run(database, "ALTER TABLE project ENABLE TRIGGER USER");
        for (String index : indexes) {
            run(database, index);
        }
        check(database);
        run(database, "VACUUM ANALYZE project", "ANALYZE organisation, country_search_name");
        run(database, "SET synchronous_commit = on", "RESET maintenance_work_mem");
        System.out.printf(Locale.ROOT, "%,d projects written in %.0f s%n", rows, (System.nanoTime() - start) / 1e9);
    }

    /** Those that only help to find, not those that keep rules. */
    private static List<String> indexes(Connection database) throws SQLException {
        var indexes = new ArrayList<String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(
                        "SELECT indexdef FROM pg_indexes WHERE tablename = 'project' AND indexdef LIKE 'CREATE INDEX %'")) {
            while (rows.next()) {
                indexes.add(rows.getString(1));
            }
        }
        return indexes;
    }

    private static void check(Connection database) throws SQLException {
        run(database, AS_GENERATED, BY_TRIGGER);
        try (var statement = database.createStatement();
                var row = statement.executeQuery(DIFFERENT)) {
            row.next();
            if (row.getLong(1) > 0) {
                throw new IllegalStateException(
                        "the trigger finds other words than the generator in " + row.getLong(1) + " of 200 projects");
            }
        }
        run(database, "DROP TABLE generated");
    }

    private static void run(Connection database, String... statements) throws SQLException {
        try (var statement = database.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
