package eu.mpf.system.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.system.up.LoneService;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.function.IntFunction;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * E-8: projects from files, each validated, versioned, audited and told to others; beside COPY of the rows of projects and
 * their versions that came of it into the same tables, with the same indexes, constraints and trigger.
 */
final class Importing {

    /** So many rows in a file: a whole portfolio in one request. */
    private static final int FILE = 100_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final LoneService service;
    private final Connection database;
    private final int rows;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Importing(LoneService service, Connection database, int rows) {
        this.service = service;
        this.database = database;
        this.rows = rows;
    }

    void run() throws Exception {
        String token = ProjectImports.token(http, service, "programme-officer");
        System.out.printf(
                Locale.ROOT, "-- E-8: import of %,d projects in files of %,d, load %.2f%n", rows, FILE, Machine.load());
        send(token, "application/x-ndjson", file("WARM", 0, 2_000, "", Importing::line), 2_000);
        double lines = imported(token, "JSON Lines", "application/x-ndjson", "JSONL", "", Importing::line);
        double cells = imported(
                token,
                "CSV",
                "text/csv",
                "CSV",
                "code;title;summary;leadOrganisation;memberStates;partnerCountries;themes;startDate;endDate;fund;total;euShare\n",
                Importing::cells);
        double copy = copied("JSONL");
        System.out.printf(
                Locale.ROOT,
                "   COPY of the same projects and versions: %,.0f rows/s; share of its rate: JSON Lines %.2f, CSV %.2f (aim 0.3)%n",
                copy,
                lines / copy,
                cells / copy);
    }

    private double imported(String token, String what, String type, String prefix, String head, IntFunction<String> row)
            throws Exception {
        double cpu = Cpu.seconds(service.pid());
        double database = Cpu.treeSeconds(service.databasePid());
        double seconds = 0;
        for (int done = 0; done < rows; done += FILE) {
            int some = Math.min(FILE, rows - done);
            byte[] file = file(prefix, done, some, head, row);
            long start = System.nanoTime();
            send(token, type, file, some);
            seconds += (System.nanoTime() - start) / 1e9;
        }
        System.out.printf(
                Locale.ROOT,
                "   %s: %.1f s, %,.0f rows/s; of a row %.2f ms in the service's processor, %.2f ms in PostgreSQL's%n",
                what,
                seconds,
                rows / seconds,
                (Cpu.seconds(service.pid()) - cpu) * 1e3 / rows,
                (Cpu.treeSeconds(service.databasePid()) - database) * 1e3 / rows);
        return rows / seconds;
    }

    private static byte[] file(String prefix, int first, int some, String head, IntFunction<String> row) {
        var text = new StringBuilder(head);
        for (int n = first; n < first + some; n++) {
            text.append(row.apply(n).replace("CODE", "IMPORT-" + prefix + "-" + n))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String line(int n) {
        return """
                {"code":"CODE","title":{"en":"Imported CODE"},"summary":{"en":"Trains officers and advises ministries, %1$d"},\
                "leadOrganisation":"BENCH-%2$d","memberStates":["LV","LT"],"partnerCountries":["MD","GE"],\
                "themes":["return"],"startDate":"2024-01-01","endDate":"2025-12-31","fund":"AMIF",\
                "budget":{"total":{"amount":"%3$d.50","currency":"EUR"},"euShare":{"amount":"%4$d.25","currency":"EUR"}}}""".formatted(n, n % 1000, 100_000 + n, 70_000 + n / 2);
    }

    private static String cells(int n) {
        return "CODE;Imported CODE;Trains officers and advises ministries, %d;BENCH-%d;\"LV;LT\";\"MD;GE\";return;2024-01-01;2025-12-31;AMIF;%d.50;%d.25"
                .formatted(n, n % 1000, 100_000 + n, 70_000 + n / 2);
    }

    private void send(String token, String type, byte[] file, int expected) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(service.url() + "/v1/projects:import"))
                .header("Content-Type", type)
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofByteArray(file))
                .build();
        var answer = http.send(request, BodyHandlers.ofByteArray());
        JsonNode result = JSON.readTree(answer.body());
        if (answer.statusCode() != 200 || result.path("created").asInt() != expected) {
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            throw new IllegalStateException("import answered " + answer.statusCode() + ": "
                    + text.substring(0, Math.min(1_000, text.length())));
        }
    }

    /** Rows per second. The rows get other keys, as those they have are taken. */
    private double copied(String prefix) throws Exception {
        String projects = columns("project", "search", "bodies");
        String versions = columns("project_version");
        CopyManager copy = database.unwrap(PGConnection.class).getCopyAPI();
        String other = "md5(%s::text || 'copy')::uuid";
        byte[] projectRows = out(
                copy,
                "SELECT "
                        + projects.replaceFirst("\\bid\\b", other.formatted("id"))
                                .replaceFirst("\\bcode\\b", "code || '-COPY'")
                        + " FROM project WHERE code LIKE 'IMPORT-" + prefix + "-%'");
        byte[] versionRows = out(
                copy,
                "SELECT " + versions.replaceFirst("\\bproject_id\\b", other.formatted("project_id"))
                        + " FROM project_version WHERE code LIKE 'IMPORT-" + prefix + "-%'");
        database.setAutoCommit(false);
        long start = System.nanoTime();
        long written = copy.copyIn("COPY project (" + projects + ") FROM STDIN", new ByteArrayInputStream(projectRows));
        copy.copyIn("COPY project_version (" + versions + ") FROM STDIN", new ByteArrayInputStream(versionRows));
        database.commit();
        double seconds = (System.nanoTime() - start) / 1e9;
        database.setAutoCommit(true);
        return written / seconds;
    }

    private static byte[] out(CopyManager copy, String select) throws Exception {
        var bytes = new ByteArrayOutputStream();
        copy.copyOut("COPY (" + select + ") TO STDOUT", bytes);
        return bytes.toByteArray();
    }

    private String columns(String table, String... without) throws SQLException {
        try (var statement = database.prepareStatement("""
                SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) FROM information_schema.columns
                WHERE table_name = ? AND NOT column_name = ANY (?)""")) {
            statement.setString(1, table);
            statement.setArray(2, database.createArrayOf("text", without));
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
