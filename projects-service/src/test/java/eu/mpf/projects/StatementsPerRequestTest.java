package eu.mpf.projects;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How many statements a request costs; a new one shows here before it shows in production. */
@MpfTest
class StatementsPerRequestTest {

    private static JsonPath project;

    /** Caches, code lists and prepared statements are there before anything is counted. */
    @BeforeEach
    void warm() {
        if (project != null) {
            return;
        }
        project = Portfolio.project(Portfolio.code("SQL"), Map.of("themes", List.of("asylum")));
        Portfolio.organisation(Portfolio.code("SQL"), "Counted");
    }

    @Test
    void aListIsOneStatementAndOneMoreIfCounted() {
        Portfolio.project(Portfolio.code("SQL"), Map.of());
        assertThat(CountingDriver.during(
                        () -> Api.anonymous().queryParam("theme", "asylum").get("/v1/projects")))
                .hasSize(1);
        assertThat(CountingDriver.during(() -> Api.anonymous()
                        .queryParam("count", true)
                        .queryParam("theme", "asylum")
                        .get("/v1/projects")))
                .hasSize(2);
        // A question takes one more, which decides how the hits are read.
        assertThat(CountingDriver.during(() -> Api.anonymous()
                        .queryParam("count", true)
                        .queryParam("q", "project")
                        .get("/v1/projects")))
                .hasSize(3);
        assertThat(CountingDriver.during(
                        () -> Api.anonymous().queryParam("asOf", "2030-01-01").get("/v1/projects")))
                .hasSize(1);
        assertThat(CountingDriver.during(
                        () -> Api.anonymous().queryParam("count", true).get("/v1/organisations")))
                .hasSize(2);
        assertThat(CountingDriver.during(() -> Api.anonymous().get("/v1/portfolio/snapshots")))
                .hasSize(1);
    }

    @Test
    void aProjectAndAnOrganisationAreOneStatementEach() {
        assertThat(CountingDriver.during(() -> Api.anonymous().get("/v1/projects/{id}", project.getString("id"))))
                .hasSize(1);
        String id = Api.anonymous()
                .queryParam("pageSize", 1)
                .get("/v1/organisations")
                .path("items[0].id");
        assertThat(CountingDriver.during(() -> Api.anonymous().get("/v1/organisations/{id}", id)))
                .hasSize(1);
    }

    @Test
    void figuresAreOneStatementWhateverTheDimensions() {
        assertThat(CountingDriver.during(() -> Api.anonymous()
                        .queryParam("by", "fund,theme,country,region,type,year,status")
                        .get("/v1/portfolio/figures")))
                .hasSize(1);
    }

    /** Beside its own statements a write leaves an audit row and an outbox row, and has deferred constraints checked. */
    @Test
    void writesStayWithinTheirBudget() {
        List<String> create = CountingDriver.during(() -> Portfolio.project(Portfolio.code("SQL"), Map.of()));
        List<String> move = CountingDriver.during(() -> Portfolio.verb(project, "contract", Map.of()));

        assertThat(own(create)).as("insert, version with reading back").hasSize(2);
        assertThat(own(move)).as("load, update, version with reading back").hasSize(3);
    }

    private static List<String> own(List<String> statements) {
        return statements.stream()
                .filter(sql -> !sql.contains("audit_")
                        && !sql.contains("outbox_event")
                        && !sql.contains("idempotency")
                        && !sql.startsWith("SET CONSTRAINTS"))
                .map(sql -> sql.substring(0, Math.min(80, sql.length())))
                .toList();
    }
}
