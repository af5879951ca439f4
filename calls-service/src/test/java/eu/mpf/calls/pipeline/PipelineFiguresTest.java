package eu.mpf.calls.pipeline;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.calls.Awarding;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C22")
class PipelineFiguresTest {

    private static final String CONTENT = content("BMVI", "200000.00", "190000.00");
    private static final String NOTHING_ASKED = "{\"content\": {\"euShare\": null}}";

    /** BMVI pays in euros and ISF in dollars. */
    private static String terms() {
        String isf = "\"5000000.00\", \"currency\": \"%s\"";
        return officerTerms().replace(isf.formatted("EUR"), isf.formatted("USD"));
    }

    private static void check(String id, boolean eligible) {
        String path = "/v1/applications/" + id;
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body(Map.of("eligible", eligible, "note", "looked at"))
                .post(path + "/eligibility")
                .then()
                .statusCode(200);
    }

    private static JsonPath figures(String call) {
        return get("programme-officer", "/v1/calls/" + call + "/pipeline");
    }

    /** Each outcome with its number and what is asked for in it. */
    private static Map<String, String> parts(JsonPath figures) {
        Map<String, String> parts = new TreeMap<>();
        for (Map<String, Object> part : figures.<Map<String, Object>>getList("parts")) {
            parts.put((String) part.get("outcome"), part.get("applications") + " " + part.get("requested"));
        }
        return parts;
    }

    @Test
    void whatWasHandedInIsCountedOnceInEveryOutcomeWithItsMoneyPerCurrency() {
        String call = openCall(terms());
        draft("applicant-lv", call, CONTENT);
        submitted("applicant-lv", call, CONTENT);
        submitted("applicant-lv", call, content("ISF", "200000.00", "150000.00").replace("EUR", "USD"));
        String returned = submitted("applicant-lv", call, CONTENT);
        verb("programme-officer", "/v1/applications/" + returned, "return", reason())
                .then()
                .statusCode(200);
        eligible("applicant-lt", call, CONTENT);
        check(submitted("applicant-lt", call, CONTENT), false);
        String reserved = eligible("applicant-lt", call, CONTENT);
        Awarding.consensus(reserved, 4, 4, 4);
        Awarding.decide(reserved, Map.of("outcome", "RESERVE", "reasons", "No money is left"))
                .then()
                .statusCode(200);
        Awarding.decideByOfficer(eligible("applicant-pt", call, CONTENT)).then().statusCode(200);
        String grant = Awarding.decideByOfficer(eligible("applicant-pt", call, CONTENT))
                .then()
                .statusCode(200)
                .extract()
                .path("grantId");
        verb("finance-officer", "/v1/grants/" + grant, "sign", null).then().statusCode(200);
        String withdrawn = submitted("applicant-pt", call, CONTENT);
        verb("applicant-pt", "/v1/applications/" + withdrawn, "withdraw", reason())
                .then()
                .statusCode(200);
        // What is drafted since was not handed in.
        patch("applicant-lv", "/v1/applications/" + returned, NOTHING_ASKED)
                .then()
                .statusCode(200);
        patch("applicant-pt", "/v1/applications/" + withdrawn, NOTHING_ASKED)
                .then()
                .statusCode(200);

        JsonPath figures = figures(call);
        assertThat(figures.getLong("received")).isEqualTo(9);
        assertThat(figures.getLong("accounted")).isEqualTo(9);
        assertThat(figures.getBoolean("addsUp")).isTrue();
        assertThat(figures.getString("gap")).isNull();
        assertThat(figures.getList("unaccounted")).isEmpty();
        String one = "1 [{amount=190000.00, currency=EUR}]";
        assertThat(parts(figures))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "IN_CHECK",
                        "3 [{amount=380000.00, currency=EUR}, {amount=150000.00, currency=USD}]",
                        "IN_EVALUATION",
                        one,
                        "REJECTED",
                        one,
                        "RESERVE",
                        one,
                        "IN_CONTRACTING",
                        one,
                        "GRANTED",
                        one,
                        "WITHDRAWN",
                        one));

        // One that no outcome knows is missed, and named: an award without its grant.
        Sql.execute("UPDATE application SET status = 'AWARDED' WHERE id = ?::uuid", reserved);
        JsonPath gap = figures(call);
        assertThat(gap.getLong("received")).isEqualTo(9);
        assertThat(gap.getLong("missing")).isEqualTo(1);
        assertThat(gap.getBoolean("addsUp")).isFalse();
        assertThat(gap.getString("gap")).isEqualTo("9 received, 8 accounted for: 1 is missing");
        assertThat(gap.getList("unaccounted")).containsExactly(reserved);
        as("programme-officer")
                .header("Accept-Language", "de")
                .get("/v1/calls/" + call + "/pipeline")
                .then()
                .statusCode(200)
                .header("Content-Language", "de")
                .body("gap", equalTo("9 eingegangen, 8 zugeordnet: 1 fehlt"));
    }
}
