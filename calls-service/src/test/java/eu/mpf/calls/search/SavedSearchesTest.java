package eu.mpf.calls.search;

import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import eu.mpf.calls.AtOnce;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C25")
class SavedSearchesTest {

    @Inject
    AlertJob job;

    @Inject
    eu.mpf.web.mail.MailDigest digest;

    private final String word = "w" + UUID.randomUUID().toString().replace("-", "");
    private final String address = word + "@example.org";

    private RequestSpecification me() {
        return Api.as("partner", Map.of("sub", address, "email", address)).contentType("application/json");
    }

    private String save(String criteria, String frequency) {
        return me().body("{\"name\": \"Mine\", \"criteria\": %s, \"frequency\": \"%s\"}".formatted(criteria, frequency))
                .post("/v1/saved-searches")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String call(String title) {
        return openCall(terms().replace("Borders and security", title));
    }

    private long mails() {
        return Sql.count("SELECT count(*) FROM mail_outbox WHERE recipient = ?", address);
    }

    @Test
    void aCallThatComesToMatchIsToldOnceWhateverHappensToItLater() {
        call(word + " before");
        String id = save(
                "{\"q\": \"%s\", \"status\": [\"OPEN\"], \"fund\": [\"BMVI\"]}"
                        .formatted(word.toUpperCase(java.util.Locale.ROOT)),
                "IMMEDIATE");
        job.run();
        assertThat(mails()).as("what matched before is no news").isZero();
        String call = call("New " + word);
        call("Something else");
        AtOnce.twice(job::run);
        assertThat(Mailbox.awaitTo(address).text()).contains("New " + word);
        verb("programme-officer", "/v1/calls/" + call, "suspend", reason())
                .then()
                .statusCode(200);
        job.run();
        verb("programme-officer", "/v1/calls/" + call, "reopen", reason())
                .then()
                .statusCode(200);
        job.run();
        assertThat(mails()).isEqualTo(1);
        me().get("/v1/saved-searches/" + id + "/matches")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.findAll { it.callId == '%s' }.toldAt".formatted(call), hasSize(1));
    }

    @Test
    void aSearchAsksForThemesCountriesAndKindsOfApplicantAsTheListOfCallsDoes() {
        String scoped =
                "{\"scope\": {\"themes\": [\"asylum\"], \"countries\": [\"MD\"], \"applicantKinds\": [\"RESEARCH\"]}, ";
        String id = save(
                "{\"q\": \"%s\", \"theme\": [\"Asyl und internationaler Schutz\"], \"country\": [\"Moldova\"], \"applicantKind\": [\"think tank\"]}"
                        .formatted(word),
                "DAILY");
        String path = "/v1/saved-searches/" + id;
        me().get(path)
                .then()
                .body("criteria.theme", contains("asylum"))
                .body("criteria.country", contains("MD"))
                .body("criteria.applicantKind", contains("RESEARCH"));
        String wanted = openCall(terms().replace("Borders and security", word).replaceFirst("\\{", scoped));
        call(word + " of no theme");
        openCall(terms().replace("Borders and security", word)
                .replaceFirst("\\{", scoped.replace("[\"MD\"]", "[\"GE\"]")));
        job.run();
        me().get(path + "/matches").then().body("items.callId", contains(wanted));
        revise(path, "{\"criteria\": {\"country\": null, \"applicantKind\": null}}")
                .statusCode(200)
                .body("criteria.country", empty())
                .body("criteria.applicantKind", empty());
        me().get(path + "/matches").then().body("items", hasSize(2));
    }

    @Test
    void aDailySearchIsOneMailWithAllOfIt() {
        String id = save("{\"q\": \"%s\", \"region\": [\"Eastern Partnership\"]}".formatted(word), "DAILY");
        call(word + " one");
        call(word + " two");
        job.run();
        job.run();
        assertThat(mails()).isZero();
        me().get("/v1/saved-searches/" + id + "/matches").then().body("items", hasSize(2));
        Sql.execute("UPDATE mail_notice SET due_at = now() - interval '1 minute' WHERE recipient = ?", address);
        digest.collectDue();
        digest.collectDue();
        assertThat(mails()).isEqualTo(1);
        assertThat(Mailbox.awaitTo(address).text()).contains(word + " one", word + " two");
    }

    private ValidatableResponse revise(String path, String patch) {
        return me().contentType("application/merge-patch+json")
                .header("If-Match", me().get(path).header("ETag"))
                .body(patch)
                .patch(path)
                .then();
    }

    @Test
    void aSearchIsItsOwnersAloneAndChangesByVersion() {
        String id = save("{}", "IMMEDIATE");
        String path = "/v1/saved-searches/" + id;
        Api.as("applicant-lv").get(path).then().statusCode(404);
        Api.as("programme-officer").get(path).then().statusCode(404);
        Api.anonymous().get(path).then().statusCode(401);
        String tag = me().get(path).then().statusCode(200).extract().header("ETag");
        me().contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body("{\"name\": \"Renamed\", \"criteria\": {\"fund\": [\"Internal Security Fund\"]}}")
                .patch(path)
                .then()
                .statusCode(200)
                .body("name", equalTo("Renamed"))
                .body("criteria.fund", contains("ISF"));
        revise(path, "{\"criteria\": {\"fund\": null}}").statusCode(200).body("criteria.fund", empty());
        revise(path, "{\"frequency\": \"DAILY\"}")
                .statusCode(200)
                .body("name", equalTo("Renamed"))
                .body("frequency", equalTo("DAILY"));
        revise(path, "{\"frequency\": null}").statusCode(400).body("errors.pointer", contains("/frequency"));
        me().header("If-Match", tag).delete(path).then().statusCode(412);
        me().delete(path).then().statusCode(428);
        me().header("If-Match", me().get(path).header("ETag"))
                .delete(path)
                .then()
                .statusCode(204);
        me().get("/v1/saved-searches").then().body("items", hasSize(0));
        me().body("{\"name\": \"\", \"criteria\": {}, \"frequency\": \"IMMEDIATE\"}")
                .post("/v1/saved-searches")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/name"));
    }
}
