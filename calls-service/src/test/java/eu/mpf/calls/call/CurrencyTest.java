package eu.mpf.calls.call;

import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.eligible;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.officerTerms;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.calls.Awarding;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A fund may be in another currency than the euro; what is asked of it is then in that currency, too. */
@MpfTest
@Tag("C4")
class CurrencyTest {

    /** BMVI in dollars, ISF in euros. */
    private static String dollars() {
        return officerTerms()
                .replace(
                        "{\"amount\": \"6000000.00\", \"currency\": \"EUR\"}",
                        "{\"amount\": \"6000000.00\", \"currency\": \"USD\"}")
                .replace(
                        "{\"amount\": \"100000.00\", \"currency\": \"EUR\"}",
                        "{\"amount\": \"100000.00\", \"currency\": \"USD\"}");
    }

    @Test
    void aFundInTwoCurrenciesIsNotPublished() {
        String mixed =
                dollars().replace("\"100000.00\", \"currency\": \"USD\"", "\"100000.00\", \"currency\": \"EUR\"");
        verb("programme-officer", "/v1/calls/" + draftCall(mixed).path("id"), "publish", null)
                .then()
                .statusCode(400)
                .body("code", equalTo("call-not-publishable"))
                .body("errors.pointer", contains("/funds/0/minimumGrant/currency"))
                .body("errors.code", contains("other-currency"));
    }

    @Test
    @Tag("C6")
    void whoAsksADollarFundAsksInDollarsAndIsAwardedDollars() {
        String call = openCall(dollars());
        String euros = draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        Api.as("applicant-lv")
                .post("/v1/applications/" + euros + ":validate")
                .then()
                .statusCode(200)
                .body("failures.ruleId", contains("form.currency"));
        verb("applicant-lv", "/v1/applications/" + euros, "submit", null)
                .then()
                .statusCode(409)
                .body("errors.code", hasItem("form.currency"));
        String id = eligible(
                "applicant-lv", call, content("BMVI", "200000.00", "190000.00").replace("EUR", "USD"));
        Awarding.consensus(id, 4, 4, 4);
        assertThat(get("programme-officer", "/v1/calls/" + call + "/ranking").getString("items[0].requested.currency"))
                .isEqualTo("USD");
        String grant =
                Awarding.decideByOfficer(id).then().statusCode(200).extract().path("grantId");
        assertThat(get("programme-officer", "/v1/grants/" + grant).getString("euShare.currency"))
                .isEqualTo("USD");
        Api.anonymous()
                .get("/v1/calls/" + call + "/funds")
                .then()
                .body("items.find { it.fund == 'BMVI' }.available.amount", equalTo("5810000.00"))
                .body("items.find { it.fund == 'BMVI' }.available.currency", equalTo("USD"));
        assertThat(get("programme-officer", "/v1/calls/" + call + "/pipeline")
                        .getString("parts[0].requested[0].currency"))
                .isEqualTo("USD");
    }

    @Test
    void anEnvelopeIsAmendedInItsOwnCurrency() {
        String call = openCall(dollars());
        verb("programme-officer", "/v1/calls/" + call, "amend", """
                {"reason": "More", "envelopes": [{"fund": "BMVI", "envelope": {"amount": "7000000.00", "currency": "EUR"}}]}""")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/envelopes/0/envelope/currency"));
        verb("programme-officer", "/v1/calls/" + call, "amend", """
                {"reason": "More", "envelopes": [{"fund": "BMVI", "envelope": {"amount": "7000000.00", "currency": "USD"}}]}""").then().statusCode(200);
    }

    /** Rule 6: a purse that stayed beside the lots of its fund would give its money twice. */
    @Test
    @Tag("rule-6")
    void aFundOfWhichSomethingIsAwardedIsNeitherDividedNorTakenAway() {
        String call = openCall(officerTerms());
        String id = eligible("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String late = eligible("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        String grant =
                Awarding.decideByOfficer(id).then().statusCode(200).extract().path("grantId");
        String path = "/v1/calls/" + call;
        String divided = """
                {"reason": "Two lots", "changes": {"funds": [
                  {"code": "BMVI", "envelope": {"amount": "6000000.00", "currency": "EUR"}, "maximumRate": "95.00", "lots": [
                    {"code": "north", "title": {"en": "North"}, "envelope": {"amount": "4000000.00", "currency": "EUR"}},
                    {"code": "south", "title": {"en": "South"}, "envelope": {"amount": "2000000.00", "currency": "EUR"}}]}]}}""";
        verb("programme-officer", path, "amend", divided).then().statusCode(409).body("code", equalTo("fund-in-use"));
        Api.anonymous().get(path + "/funds").then().body("items", hasSize(2));
        verb("programme-officer", "/v1/grants/" + grant, "withdraw", "{\"reason\": \"Not signed\"}")
                .then()
                .statusCode(200);
        verb("programme-officer", path, "amend", divided).then().statusCode(200);
        Api.anonymous()
                .get(path + "/funds")
                .then()
                .body("items.lot", contains("north", "south"))
                .body("items.envelope.amount", contains("4000000.00", "2000000.00"));
        Awarding.decideByOfficer(late).then().statusCode(409).body("code", equalTo("fund-exhausted"));
    }
}
