package eu.mpf.embedded;

import static org.assertj.core.api.Assertions.assertThat;

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
        try (var connection = DriverManager.getConnection(SERVERS.postgres().jdbcUrl("mpf"), "mpf", "mpf");
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
