package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.web.adjustment.AdjustmentKind;
import eu.mpf.web.adjustment.AdjustmentRefresh;
import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.codelist.CodeList;
import eu.mpf.web.codelist.CodeListEntry;
import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.MailSender;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.setting.PlatformSettings;
import eu.mpf.web.setting.Settings;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.Retention;
import eu.mpf.web.value.Countries;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one instance changes, another one learns; here the other instance writes by SQL. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
@Tag("X26")
class AdministrationTest {
    @Inject
    Instance<EventListener> listeners;

    @Inject
    ObjectMapper json;

    @Inject
    Adjustments adjustments;

    @Inject
    AdjustmentRefresh refresh;

    @Inject
    Settings settings;

    @Inject
    MailTemplates templates;

    @Inject
    CodeLists codeLists;

    @Inject
    Retention retention;

    @Inject
    Mailer mailer;

    @Inject
    MailSender sender;

    @Inject
    Sql sql;

    private static ValidatableResponse put(String path, String version, Map<String, ?> body) {
        return given().auth()
                .oauth2(TestTokens.of("admin", "administrator"))
                .header("If-Match", version)
                .contentType(ContentType.JSON)
                .body(body)
                .put("/v1/admin/" + path)
                .then();
    }

    private static ValidatableResponse get(String path) {
        return given().auth()
                .oauth2(TestTokens.of("admin", "administrator"))
                .get("/v1/admin/" + path)
                .then();
    }

    private static String version(String path) {
        return get(path).statusCode(200).extract().header("ETag");
    }

    private static void delete(String path) {
        given().auth()
                .oauth2(TestTokens.of("admin", "administrator"))
                .header("If-Match", version(path))
                .delete("/v1/admin/" + path)
                .then()
                .statusCode(204);
    }

    /** As another instance of the service would. */
    private void elsewhere(AdjustmentKind kind, String name, String value) {
        elsewhere(kind.name(), name, value);
    }

    private void elsewhere(String kind, String name, String value) {
        sql.update("""
                INSERT INTO adjustment (kind, name, value, version, changed_by) VALUES (?, ?, CAST(? AS jsonb), 1, 'x')
                ON CONFLICT (kind, name) DO UPDATE SET value = excluded.value, version = adjustment.version + 1\
                """, kind, name, value);
    }

    @Test
    @Tag("X22")
    void aCountryIsUnderstoodInTheLanguagesOfTheListFromTheStart() {
        assertThat(Countries.canonical("Griechenland")).isEqualTo("GR");
        assertThat(Countries.canonical("Lettonie")).isEqualTo("LV");
    }

    @Test
    void aSettingHoldsAtOnceHereAndWhenItIsLearntElsewhere() {
        var path = "settings/notes/mail.sending";
        put(path, version(path), Map.of("value", "false")).statusCode(200);
        assertThat(settings.get(PlatformSettings.MAIL_SENDING)).isFalse();
        elsewhere(AdjustmentKind.SETTING, "mail.sending", "\"true\"");
        assertThat(settings.get(PlatformSettings.MAIL_SENDING))
                .as("nobody has told this instance")
                .isFalse();
        refresh.refresh();
        assertThat(settings.get(PlatformSettings.MAIL_SENDING)).isTrue();
        delete(path);
        assertThat(settings.get(PlatformSettings.MAIL_SENDING)).isTrue();
    }

    @Test
    void anInstanceLooksForChangesEveryTwoSecondsUnlessToldOtherwise() throws Exception {
        try (var defaults = AdministrationTest.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            assertThat(new String(java.util.Objects.requireNonNull(defaults).readAllBytes(), "UTF-8"))
                    .contains("mpf.web.adjustments-every=2s");
        }
        assertThat(ConfigProvider.getConfig().getValue("mpf.web.adjustments-every", String.class))
                .isEqualTo("off");
    }

    @Test
    void whileSendingIsOffMailsWaitAndNoneIsLost() throws Exception {
        var path = "settings/notes/mail.sending";
        sql.update("TRUNCATE mail_outbox");
        QuarkusTransaction.requiringNew().run(() -> mailer.queue(new Mail("a@example.org", "Hello", "A"), "waits"));
        put(path, version(path), Map.of("value", "false")).statusCode(200);
        sender.sendDue();
        assertThat(sql.list("SELECT status FROM mail_outbox", row -> row.getString(1)))
                .containsExactly("QUEUED");
        delete(path);
        sender.sendDue();
        assertThat(sql.list("SELECT status FROM mail_outbox", row -> row.getString(1)))
                .containsExactly("SENT");
    }

    @Test
    void whatANewerReleaseAdjustsBesideUsHindersNothing() {
        elsewhere("INVENTED_LATER", "something", "true");
        elsewhere(AdjustmentKind.SETTING, "imports.open", "\"false\"");
        refresh.refresh();
        assertThat(settings.get(PlatformSettings.IMPORTS_OPEN)).isFalse();
        delete("settings/notes/imports.open");
        sql.update("DELETE FROM adjustment WHERE kind = 'INVENTED_LATER'");
    }

    @Test
    void whileImportsAreClosedOnlyDryRunsAreDone() {
        var path = "settings/notes/imports.open";
        put(path, version(path), Map.of("value", "false")).statusCode(200);
        for (var dry : List.of(true, false)) {
            given().auth()
                    .oauth2(TestTokens.of("a", "applicant"))
                    .contentType("text/csv")
                    .body("title\nx\n")
                    .post("/v1/notes:import?validateOnly=" + dry)
                    .then()
                    .statusCode(dry ? 200 : 409);
        }
        delete(path);
    }

    @Test
    void ofTwoWhoChangeTheSameThingOneIsTold() throws Exception {
        var path = "settings/notes/imports.open";
        var seen = version(path);
        Callable<Integer> change =
                () -> put(path, seen, Map.of("value", "true")).extract().statusCode();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var both = List.of(threads.submit(change), threads.submit(change));
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(200, 412);
        }
        delete(path);
        assertThat(version(path)).as("a version is never given twice").isNotEqualTo(seen);
        put("settings/notes/none", "\"0\"", Map.of("value", "true")).statusCode(404);
        put("settings/others/imports.open", "\"0\"", Map.of("value", "true")).statusCode(404);
    }

    @Test
    void aReaderThatWasOvertakenBringsNothingOldBack() {
        var path = "settings/notes/imports.open";
        put(path, version(path), Map.of("value", "false")).statusCode(200);
        var old = adjustments.find(AdjustmentKind.SETTING, "imports.open").orElseThrow();
        delete(path);
        adjustments.learn(List.of(old));
        assertThat(settings.get(PlatformSettings.IMPORTS_OPEN)).isTrue();
    }

    @Test
    @Tag("X13")
    void anotherTextGoesIntoTheNextLetterAndAlsoIntoLanguagesThatHadNone() {
        var values = Map.of("count", 2, "notices", "one\ntwo");
        var french = "mail-templates/notes/news/fr";
        get(french).statusCode(200).body("fallback", equalTo("en")).body("set", equalTo(false));
        put(french, version(french), Map.of("subject", "{count} nouvelles", "body", "Voici :\n\n{notices}\n"))
                .statusCode(200)
                .body("places", equalTo(List.of("count", "notices")));
        assertThat(templates.fill("news", List.of(Locale.FRENCH), values).subject())
                .isEqualTo("2 nouvelles");
        elsewhere(
                AdjustmentKind.MAIL_TEMPLATE,
                "news/fr",
                "{\"subject\": \"Nouvelles: {count}\", \"body\": \"{notices}\"}");
        refresh.refresh();
        assertThat(templates.fill("news", List.of(Locale.FRENCH), values).subject())
                .isEqualTo("Nouvelles: 2");
        delete(french);
        assertThat(templates.fill("news", List.of(Locale.FRENCH), values).language())
                .isEqualTo("en");
    }

    @Test
    @Tag("X13")
    void aTextThatWouldLeaveAHoleInTheLetterIsRefusedPlaceByPlace() {
        var german = "mail-templates/notes/news/de";
        put(german, "\"0\"", Map.of("subject", "{anzahl}\nNeues", "body", "Neues:\t"))
                .statusCode(400)
                .body("errors.code", hasItems("place-missing", "place-unknown", "not-plain-text"))
                .body("errors.pointer", hasItems("/subject", "/body"));
        get("mail-templates/notes/news/xx").statusCode(404);
        get("mail-templates/notes/..%2Fnews/de").statusCode(404);
        given().auth()
                .oauth2(TestTokens.of("admin", "administrator"))
                .contentType(ContentType.JSON)
                .body(Map.of("values", Map.of("count", "7")))
                .post("/v1/admin/mail-templates/notes/news/de:preview")
                .then()
                .statusCode(200)
                .body("language", equalTo("de"))
                .body("body", org.hamcrest.Matchers.containsString("‹notices›"));
    }

    @Test
    @Tag("X22")
    void aSharedListIsChangedWhereItIsKeptAndUnderstoodEverywhereAndOldVersionsStay() {
        assertThat(Countries.known("Lettland")).isTrue();
        assertThat(Countries.known("Latvija Republic")).isFalse();
        var path = "code-lists/notes/countries";
        put(path + "/entries/LV", version(path), Map.of("names", Map.of("en", "Latvia")))
                .statusCode(409)
                .body("code", equalTo("kept-elsewhere"))
                .body("detail", org.hamcrest.Matchers.containsString("/v1/admin/code-lists/projects/countries"));
        var before = codeLists.find("countries", null).orElseThrow();
        var entries = before.entries().stream()
                .map(entry -> entry.code().equals("LV")
                        ? new CodeListEntry("LV", entry.names(), List.of("Latvija Republic"))
                        : entry)
                .toList();
        told(new CodeList("countries", before.version() + 2, before.title(), before.source(), entries));
        assertThat(Countries.canonical("LATVIJA republic")).isEqualTo("LV");
        assertThat(codeLists.find("countries", before.version())).isPresent();
        assertThat(get(path).statusCode(200).extract().<Integer>path("version")).isEqualTo(before.version() + 2);
        // The same again, and one that was overtaken: neither changes what holds.
        told(new CodeList("countries", before.version() + 2, before.title(), before.source(), entries));
        told(new CodeList("countries", before.version() + 1, before.title(), before.source(), before.entries()));
        assertThat(Countries.canonical("LATVIJA republic")).isEqualTo("LV");
        assertThat(codeLists.find("countries", null).orElseThrow().version()).isEqualTo(before.version() + 2);
        assertThat(codeLists.find("countries", before.version() + 1)).isPresent();
        get("code-lists/notes/none").statusCode(404);
    }

    private void told(CodeList list) {
        var event = new IncomingEvent(
                UUID.randomUUID(),
                "eu.mpf.projects.code-list.changed.v1",
                "/projects-service",
                "mpf.projects.code-list.v1",
                list.name(),
                list.version(),
                Instant.now(),
                null,
                json.valueToTree(list));
        var listener = listeners.stream()
                .filter(each -> each.types().contains(event.type()))
                .findFirst()
                .orElseThrow();
        assertThat(listener.topics()).containsExactly(event.topic());
        QuarkusTransaction.requiringNew().run(() -> listener.on(event));
    }

    @Test
    @Tag("X17")
    void anOrganisationsPeopleHaveTheRolesTheyWereGivenAndNotThoseTakenFromThem() {
        var token = TestTokens.of("liga", Map.of("organisation", "LV-SBG"), "applicant");
        var path = "organisation-roles/notes/LV-SBG";
        var csv = given().auth().oauth2(token).contentType("text/csv").body("title\nx\n");
        csv.post("/v1/notes:import?validateOnly=true").then().statusCode(200);
        put(path, "\"0\"", Map.of("granted", List.of("consultee"), "withdrawn", List.of("applicant")))
                .statusCode(200);
        given().auth()
                .oauth2(token)
                .contentType("text/csv")
                .body("title\nx\n")
                .post("/v1/notes:import?validateOnly=true")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("x", Map.of("organisation", "EE-PPA"), "applicant"))
                .contentType("text/csv")
                .body("title\nx\n")
                .post("/v1/notes:import?validateOnly=true")
                .then()
                .statusCode(200);
        elsewhere(AdjustmentKind.ORGANISATION_ROLES, "EE-PPA", "{\"granted\": [\"administrator\"]}");
        refresh.refresh();
        given().auth()
                .oauth2(TestTokens.of("x", Map.of("organisation", "EE-PPA"), "applicant"))
                .get("/v1/admin/settings/notes")
                .then()
                .statusCode(403);
        put(path, version(path), Map.of("granted", List.of("applicant"), "withdrawn", List.of("applicant")))
                .statusCode(400)
                .body("errors.code", hasItem("contradiction"));
        delete(path);
    }

    @Test
    @Tag("X12")
    void anotherPeriodIsInForceAtTheNextRun() {
        sql.update("DELETE FROM note_author");
        sql.update("INSERT INTO note_author (person_hash, email, since) VALUES ('h', 'a@example.org', '2025-12-01')");
        retention.run(LocalDate.parse("2026-06-01"));
        assertThat(emails()).containsExactly("a@example.org");
        var path = "personal-data/notes/retention/authorship";
        put(path, version(path), Map.of("period", "P3M")).statusCode(200).body("longest", equalTo("P2Y"));
        put(path, version(path), Map.of("period", "P25M")).statusCode(400);
        put(path, version(path), Map.of("period", "P0D")).statusCode(400);
        put(path, version(path), Map.of("period", "P999999999Y")).statusCode(400);
        put(path, version(path), Map.of("period", "soon")).statusCode(400);
        retention.run(LocalDate.parse("2026-06-01"));
        assertThat(emails()).containsExactly("null");
        delete(path);
    }

    private List<String> emails() {
        return sql.list("SELECT email FROM note_author", row -> String.valueOf(row.getString(1)));
    }
}
