package eu.mpf.calls.call;

import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.terms;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MpfTest
@Tag("C1")
class CallSearchTest {

    private static List<String> found(String q) {
        return Api.anonymous()
                .queryParam("q", q)
                .queryParam("pageSize", 200)
                .get("/v1/calls")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static String titled(String title) {
        return openCall(terms().replace("Borders and security", title));
    }

    @ParameterizedTest
    @CsvSource({
        "Ļubļana partnership, lubĻANA",
        "Ļubļana partnership, Ļubļana",
        "Málaga process, MÁLAGA",
        "MÁLAGA process, malaga",
        "Returns along the Straße, STRASSE",
        "Returns along the STRASSE, straße",
        "Σύνορα και ασφάλεια, ΣΥΝΟΡΑ",
        "Граници и сигурност, ГРАНИЦИ",
        "Łódź hub, lodz"
    })
    void neitherCaseNorDiacriticsMatterInAnyAlphabet(String title, String q) {
        String id = titled(title);
        assertThat(found(q)).contains(id);
    }

    @Test
    void anAccentWrittenApartIsTheSameAccent() {
        String composed = titled("Göteborg declaration");
        String apart = titled("Go\u0308teborg declaration");
        assertThat(found("Go\u0308teborg")).contains(composed, apart);
        assertThat(found("göteborg")).contains(composed, apart);
    }

    @Test
    void signsOfPatternsStandForThemselves() {
        String all = titled("Advance of 100% in cash_flow");
        assertThat(found("100% in")).contains(all);
        assertThat(found("cash_flow")).contains(all);
        String other = titled("Advance of 1000 in cashiflow");
        assertThat(found("100% in")).doesNotContain(other);
        assertThat(found("cash_flow")).doesNotContain(other);
        assertThat(found("\\")).doesNotContain(all, other);
    }

    @Test
    void wordsDoNotRunFromTheTitleIntoTheSummary() {
        String id = openCall(terms().replace("\"deadlineModel\"", "\"summary\": {\"en\": \"Omega\"}, \"deadlineModel\"")
                .replace("Borders and security", "Alpha"));
        assertThat(found("omega")).contains(id);
        assertThat(found("alpha omega")).doesNotContain(id);
        assertThat(found("alphaomega")).doesNotContain(id);
    }

    @Test
    void anIndexServesTheSearch() throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (Connection connection = Sql.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off");
            try (ResultSet rows = statement.executeQuery(
                    "EXPLAIN SELECT id FROM call c WHERE " + CallFilter.SAYS.formatted("'Málaga'"))) {
                while (rows.next()) {
                    plan.append(rows.getString(1)).append('\n');
                }
            }
        }
        assertThat(plan).contains("Bitmap Index Scan on call_words");
    }
}
