package eu.mpf.system.bench;

import java.sql.Connection;
import java.sql.SQLException;

/** Fills the projects service's tables with generated projects, as the service itself would have written them. */
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
                                 search_text, lead_search, created_at, updated_at)
            SELECT uuidv7(), 1, 'BENCH-' || n, 'GRANT', 'RUNNING', start, 'PUBLISHED', false, start,
                   jsonb_build_object(
                     'title', jsonb_build_object('en', title), 'summary', jsonb_build_object('en', summary || words),
                     'kind', 'GRANT', 'leadOrganisation', lead, 'memberStates', jsonb_build_array('LV', 'LT'),
                     'partnerCountries', jsonb_build_array(country), 'themes', jsonb_build_array(theme),
                     'startDate', start, 'endDate', start + 730, 'fund', 'AMIF'),
                   title, lead, 'AMIF', ARRAY[theme], ARRAY['LV', 'LT'], ARRAY[country], start, start + 730,
                   title, lead, now(), now()
            FROM (SELECT n, md5(n::text) || ' project ' || n AS title, md5((n / 100)::text) AS summary,
                         ' trains officers and advises ministries on migration'
                         || CASE WHEN n % 10 < 7 THEN ' through cooperation' ELSE '' END
                         || CASE WHEN n % 100 = 0 THEN ' of seafarers' ELSE '' END
                         || CASE WHEN n % 100000 = 7 THEN ' near lighthouses' ELSE '' END AS words,
                         'BENCH-' || n % 1000 AS lead, (ARRAY['MD', 'GE', 'TN', 'EG', 'JO', 'PK'])[1 + n % 6] AS country,
                         (ARRAY['border-management', 'legal-migration', 'return'])[1 + n % 3] AS theme,
                         DATE '2010-01-01' + (n::bigint * 7919 % 5000)::int AS start
                  FROM generate_series(?, ?) n) generated""";

    private ManyProjects() {}

    static void fill(Connection database, int rows) throws SQLException {
        long start = System.nanoTime();
        try (var statement = database.createStatement()) {
            statement.execute(ORGANISATIONS);
            statement.execute("SET synchronous_commit = off");
        }
        try (var insert = database.prepareStatement(PROJECTS)) {
            for (int done = 0; done < rows; done += AT_ONCE) {
                insert.setInt(1, done + 1);
                insert.setInt(2, Math.min(rows, done + AT_ONCE));
                insert.executeUpdate();
            }
        }
        try (var statement = database.createStatement()) {
            statement.execute("VACUUM ANALYZE project, organisation, country_search_name");
            statement.execute("SET synchronous_commit = on");
        }
        System.out.printf("%,d projects written in %.0f s%n", rows, (System.nanoTime() - start) / 1e9);
    }
}
