package eu.mpf.calls.call;

import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.terms;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("X22")
class AskedCodesTest {

    private static List<String> calls(String parameter, String value, String key) {
        return Api.anonymous()
                .queryParam("key", key)
                .queryParam(parameter, value)
                .get("/v1/calls")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    @Test
    void fundsAndRegionsAreFoundByCodeAliasOrName() {
        String id = openCall(terms().replace("eastern-partnership", "western-balkans-turkiye"));
        String key = get("programme-officer", "/v1/calls/" + id).getString("key");
        for (String fund : List.of("BMVI", "bmvi", "Border Management and Visa Instrument")) {
            assertThat(calls("fund", fund, key)).as(fund).containsExactly(id);
        }
        assertThat(calls("fund", "AMIF", key)).isEmpty();
        assertThat(calls("fund", "nobody's fund", key)).isEmpty();
        for (String region : List.of("western-balkans-turkiye", "western-balkans", "Balkans occidentaux et Türkiye")) {
            assertThat(calls("region", region, key)).as(region).containsExactly(id);
        }
        assertThat(calls("region", "Westafrika", key)).isEmpty();
        String csv = Api.anonymous()
                .accept("text/csv")
                .queryParam("key", key)
                .queryParam("region", "western-balkans")
                .get("/v1/calls")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(csv).contains(id);
    }

    @Test
    void applicationsTooAreFoundByTheNameOfTheirFund() {
        String call = openCall(terms());
        String id = submitted("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        for (String fund : List.of("bmvi", "Instrument für Grenzmanagement und Visa")) {
            List<String> found = Api.as("programme-officer")
                    .queryParam("callId", call)
                    .queryParam("fund", fund)
                    .get("/v1/applications")
                    .then()
                    .statusCode(200)
                    .extract()
                    .path("items.id");
            assertThat(found).as(fund).containsExactly(id);
        }
    }
}
