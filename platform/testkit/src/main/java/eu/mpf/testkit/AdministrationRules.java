package eu.mpf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What an administrator can change by the API, tried on a whole service and set back. A service's test class extends this
 * one and carries {@link MpfTest}.
 */
@Tag("X26")
public abstract class AdministrationRules {
    private final String service;

    /** @param service for example {@code projects} */
    protected AdministrationRules(String service) {
        this.service = service;
    }

    private static RequestSpecification administrator() {
        return Api.as("administrator");
    }

    private String path(String kind) {
        return "/v1/admin/" + kind + "/" + service;
    }

    private static ValidatableResponse put(String path, String version, Map<String, ?> body) {
        return administrator()
                .header("If-Match", version)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
    }

    private static String version(String path) {
        return administrator().get(path).then().statusCode(200).extract().header("ETag");
    }

    private void audited(String type, String id, String action, @Nullable String reason) {
        administrator()
                .queryParam("objectType", type)
                .queryParam("objectId", id)
                .get("/v1/audit/" + service)
                .then()
                .statusCode(200)
                .body("items[0].action", equalTo(action))
                .body("items[0].reason", equalTo(reason))
                .body("items[0].actor", equalTo("administrator"))
                .body("items[0].after", notNullValue());
    }

    @Test
    void aSettingIsSetAndSetBack() {
        List<String> names = administrator()
                .get(path("settings"))
                .then()
                .statusCode(200)
                .extract()
                .path("items.name");
        assertThat(names).contains("mail.sending", "imports.open");
        String mails = path("settings") + "/imports.open";
        String before = version(mails);
        String after = put(mails, before, Map.of("value", "false", "reason", "maintenance"))
                .statusCode(200)
                .body("value", equalTo("false"))
                .body("set", equalTo(true))
                .extract()
                .header("ETag");
        audited("setting", "imports.open", "setting.set", "maintenance");
        put(mails, before, Map.of("value", "true")).statusCode(412);
        put(mails, after, Map.of("value", "perhaps")).statusCode(400).body("errors.pointer", hasItem("/value"));
        administrator().header("If-Match", after).delete(mails).then().statusCode(204);
        administrator().get(mails).then().statusCode(200).body("value", equalTo("true"));
    }

    @Test
    void aMailIsWrittenAnewAndSetBack() {
        var mails = administrator().get(path("mail-templates")).then().statusCode(200);
        String name = mails.extract().path("items[0].name");
        List<String> places = mails.extract().path("items[0].places");
        String template = path("mail-templates") + "/" + name + "/lv";
        String version = administrator()
                .get(template)
                .then()
                .statusCode(200)
                .body("fallback", equalTo("en"))
                .extract()
                .header("ETag");
        String body = places.stream().map(place -> "{" + place + "}\n").reduce("Labdien!\n", String::concat);
        put(template, version, Map.of("subject", "Ziņa", "body", "Nothing to fill in"))
                .statusCode(places.isEmpty() ? 200 : 400);
        String written = put(
                        template, version(template), Map.of("subject", "Ziņa", "body", body, "reason", "asked for"))
                .statusCode(200)
                .body("subject", equalTo("Ziņa"))
                .body("set", equalTo(true))
                .extract()
                .header("ETag");
        audited("mail-template", name + "/lv", "mail-template.set", "asked for");
        administrator()
                .contentType(ContentType.JSON)
                .body(Map.of("subject", "Jauna ziņa"))
                .post(template + ":preview")
                .then()
                .statusCode(200)
                .body("subject", equalTo("Jauna ziņa"))
                .body("body", not(equalTo(body)));
        administrator().header("If-Match", written).delete(template).then().statusCode(204);
        administrator().get(template).then().statusCode(200).body("fallback", equalTo("en"));
    }

    @Test
    void aPeriodOfRetentionIsShortenedAndNeverMadeLongerThanPromised() {
        String mail = "/v1/admin/personal-data/" + service + "/retention/mail";
        String version = put(mail, version(mail), Map.of("period", "P30D", "reason", "less is enough"))
                .statusCode(200)
                .body("period", equalTo("P30D"))
                .body("initial", equalTo("P90D"))
                .extract()
                .header("ETag");
        audited("retention", "mail", "retention.set", "less is enough");
        put(mail, version, Map.of("period", "P10Y")).statusCode(400).body("errors.code", hasItem("out-of-bounds"));
        administrator()
                .get("/v1/admin/personal-data/" + service + "/retention")
                .then()
                .statusCode(200);
        administrator().header("If-Match", version).delete(mail).then().statusCode(204);
        administrator().get(mail).then().statusCode(200).body("period", equalTo("P90D"));
    }

    @Test
    void aCodeIsAddedWhereTheListIsKeptAndRetiredAndNeverRemoved() {
        administrator().get(path("code-lists")).then().statusCode(200).body("items.name", hasItem("sectors"));
        String sectors = path("code-lists") + "/sectors";
        var list = administrator().get(sectors).then().statusCode(200).extract();
        int version = list.path("version");
        Map<String, ?> names = Map.of("names", Map.of("en", "Space"), "aliases", List.of("Outer space"));
        if (!service.equals("projects")) {
            put(sectors + "/entries/space", list.header("ETag"), names)
                    .statusCode(409)
                    .body("code", equalTo("kept-elsewhere"));
            List<Map<String, ?>> entries = list.path("entries");
            put(sectors, list.header("ETag"), Map.of("entries", entries, "reason", "as a whole"))
                    .statusCode(409)
                    .body("code", equalTo("kept-elsewhere"));
            return;
        }
        put(sectors + "/entries/space", list.header("ETag"), names)
                .statusCode(200)
                .body("version", equalTo(version + 1))
                .body("entries.code", hasItem("space"));
        audited("code-list", "sectors/" + (version + 1), "code-list.set", null);
        put(sectors + "/entries/space", list.header("ETag"), names).statusCode(412);
        put(
                        sectors + "/entries/space",
                        version(sectors),
                        Map.of("names", Map.of("en", "Space"), "retired", true, "reason", "not ours"))
                .statusCode(200)
                .body("entries.find { it.code == 'space' }.retired", equalTo(true));
        put(
                        sectors,
                        version(sectors),
                        Map.of("entries", List.of(Map.of("code", "space", "names", Map.of("en", "Space")))))
                .statusCode(400)
                .body("errors.code", hasItem("removed"));
        List<Map<String, ?>> entries =
                administrator().get(sectors).then().extract().path("entries");
        put(sectors, version(sectors), Map.of("entries", entries, "reason", "as a whole"))
                .statusCode(200)
                .body("version", equalTo(version + 3));
    }

    @Test
    void anOrganisationIsGivenRolesAndNeverThoseOfStaff() {
        String body = path("organisation-roles") + "/EE-PPA";
        put(body, version(body), Map.of("granted", List.of("administrator"), "withdrawn", List.of()))
                .statusCode(400)
                .body("errors.pointer", hasItem("/granted/0"));
        String version = put(
                        body,
                        version(body),
                        Map.of("granted", List.of("consultee"), "withdrawn", List.of("partner"), "reason", "mandate"))
                .statusCode(200)
                .body("granted", equalTo(List.of("consultee")))
                .extract()
                .header("ETag");
        audited("organisation-roles", "EE-PPA", "organisation-roles.set", "mandate");
        administrator()
                .get(path("organisation-roles"))
                .then()
                .statusCode(200)
                .body("items.organisation", hasItem("EE-PPA"));
        administrator().header("If-Match", version).delete(body).then().statusCode(204);
        administrator().get(body).then().statusCode(200).body("granted", equalTo(List.of()));
    }

    @Test
    void anAutomaticReplyToAMailChangesNothing() {
        administrator()
                .config(RestAssured.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("message/rfc822", ContentType.TEXT)))
                .contentType("message/rfc822")
                .body("From: somebody@elsewhere.example\r\nSubject: Out of office\r\n\r\nI am away.\r\n")
                .post(path("mails") + "/returned")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("NOT_OURS"));
    }
}
