package eu.mpf.projects;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.FuzzedContract;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.fuzz.Fuzzer;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;

@MpfTest
class FuzzTest extends FuzzedContract {

    private static final String LEAD = "LV-SBG";
    private static final String OF_EXAMPLES = "LT-SBGS";

    /** A project that is planned, some under contract, some that run. */
    @Override
    protected void prepare(Fuzzer fuzzer) {
        fuzzer.knows(
                "/v1/projects",
                Portfolio.project(Portfolio.code("FUZZ"), Map.of()).getString("id"));
        // the applicant from there leads them, and may report, ask for payments and bring documents
        body(LEAD, "LV");
        body(OF_EXAMPLES, "LT");
        Map<String, Object> terms = Map.of(
                "startDate", "2021-01-01",
                "endDate", "2021-12-31",
                "budget", Map.of("euShare", Portfolio.euro("1000000.00")));
        for (int i = 0; i < 3; i++) {
            JsonPath contracted = Portfolio.contracted(LEAD, terms);
            fuzzer.knows("/v1/projects", contracted.getString("id"));
            fuzzer.knows(
                    "/v1/projects",
                    Portfolio.moved(Portfolio.contracted(LEAD, terms), "start", "2021-01-03")
                            .getString("id"));
        }
        for (int version = 1; version <= 3; version++) {
            fuzzer.knows("/v1/typologies", Integer.toString(version));
        }
    }

    /** One that is there already stays. */
    private static void body(String code, String country) {
        Api.as("programme-officer")
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "code", code, "name", "State Border Guard", "kind", "PUBLIC_AUTHORITY", "country", country))
                .post("/v1/organisations");
    }
}
