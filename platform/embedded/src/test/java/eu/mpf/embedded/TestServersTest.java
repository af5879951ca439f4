package eu.mpf.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class TestServersTest {

    private static final TestServers SERVERS = TestServers.start();

    @Test
    void postgresIsVersion18AndLetsTheOwnerCreateTheExtensionsWeUse() throws Exception {
        try (var connection = DriverManager.getConnection(SERVERS.postgres().jdbcUrl("mpf"), "mpf_owner", "mpf");
                var statement = connection.createStatement()) {
            for (String extension : new String[] {"unaccent", "pg_trgm", "btree_gist"}) {
                statement.execute("CREATE EXTENSION " + extension);
            }
            var row = statement.executeQuery("SELECT uuidv7(), similarity('Ελλάδα', 'Ελλάδα'), lower('ÉŽ')");
            assertThat(row.next()).isTrue();
            assertThat(row.getFloat(2)).isEqualTo(1f);
            assertThat(row.getString(3)).isEqualTo("éž");
        }
    }

    @Test
    void theServicesRoleOwnsNothing() throws Exception {
        try (var connection = DriverManager.getConnection(SERVERS.postgres().jdbcUrl("mpf"), "mpf", "mpf");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("CREATE TABLE mine (id int)"))
                    .hasMessageContaining("permission denied for schema public");
        }
    }

    @Test
    void whatAServicesRoleOwnedBecomesTheOwners() throws Exception {
        var postgres = SERVERS.postgres();
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("postgres"), "postgres", "");
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE older LOGIN PASSWORD 'older'");
            statement.execute("CREATE DATABASE older OWNER older");
        }
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("older"), "older", "older");
                var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE kept AS SELECT 1 AS answer");
        }
        postgres.ensureDatabase("older", "older");
        postgres.ensureDatabase("older", "older");
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("older"), "older", "older");
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("DROP TABLE kept")).hasMessageContaining("must be owner");
        }
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl("older"), "older_owner", "older");
                var statement = connection.createStatement()) {
            statement.execute("DROP TABLE kept");
        }
    }

    @Test
    void kafkaAnswersAndHasOneNode() throws Exception {
        try (var admin =
                Admin.create(Map.of("bootstrap.servers", SERVERS.kafka().bootstrapServers()))) {
            assertThat(admin.describeCluster().nodes().get()).hasSize(1);
        }
    }

    @Test
    void theTokenEndpointKnowsTheIdentitiesAndNobodyElse() throws Exception {
        assertThat(token("applicant-lv").body()).contains("access_token");
        assertThat(token("stranger").statusCode()).isBetween(400, 401);
    }

    private static java.net.http.HttpResponse<String> token(String id) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(SERVERS.identities().tokenEndpoint()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + id + "&client_secret=dev-secret&scope=mpf"))
                .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
    }
}
