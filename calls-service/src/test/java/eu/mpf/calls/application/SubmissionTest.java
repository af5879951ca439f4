package eu.mpf.calls.application;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.reason;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.calls.Awarding;
import eu.mpf.calls.HeldClock;
import eu.mpf.calls.receipt.Rfc8785;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
class SubmissionTest {

    private static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS");

    /** 17:00 in Brussels in winter. */
    private static final String DEADLINE = "2099-11-30T16:00:00.000Z";

    @Test
    @Tag("C6")
    void aDryRunListsEveryFailedRuleAtOnce() {
        String id = draft(
                "applicant-lv",
                openCall(terms()),
                content("BMVI", "178512.92", "169587.28")
                        .replace("\"PUBLIC_AUTHORITY\"", "\"NGO\"")
                        .replace("[\"MD\"]", "[]")
                        .replace("[\"training\"]", "[\"catering\"]"));
        as("applicant-lv")
                .post("/v1/applications/" + id + ":validate")
                .then()
                .statusCode(200)
                .body("valid", equalTo(false))
                .body(
                        "failures.ruleId",
                        containsInAnyOrder("fund.activities", "fund.rate", "lead-member-state", "partner-country"))
                .body("failures.find { it.ruleId == 'partner-country' }.pointer", equalTo("/content/partnerCountries"))
                .body(
                        "failures.find { it.ruleId == 'partner-country' }.words.en",
                        equalTo("The action takes place in at least one partner country."));
        verb("applicant-lv", "/v1/applications/" + id, "submit", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("rules-failed"))
                .body("errors", hasSize(4));
    }

    @Test
    @Tag("C6")
    @Tag("rule-1")
    void theExactEdgeOfTheRatePassesAndOneCentMoreFails() {
        String id = draft("applicant-lv", openCall(terms()), content("BMVI", "178512.92", "169587.27"));
        String path = "/v1/applications/" + id;
        as("applicant-lv").post(path + ":validate").then().statusCode(200).body("failures", empty());
        patch("applicant-lv", path, "{\"content\":{\"euShare\":{\"amount\":\"169587.28\",\"currency\":\"EUR\"}}}")
                .then()
                .statusCode(200);
        as("applicant-lv").post(path + ":validate").then().body("failures.ruleId", contains("fund.rate"));
    }

    @Test
    @Tag("C6")
    @Tag("rule-1")
    void theLeastGrantPassesAndOneCentLessFails() {
        String id = draft("applicant-lv", openCall(terms()), content("BMVI", "150000.00", "100000.00"));
        String path = "/v1/applications/" + id;
        as("applicant-lv").post(path + ":validate").then().body("failures", empty());
        patch("applicant-lv", path, "{\"content\":{\"euShare\":{\"amount\":\"99999.99\",\"currency\":\"EUR\"}}}")
                .then()
                .statusCode(200);
        as("applicant-lv").post(path + ":validate").then().body("failures.ruleId", contains("fund.minimum-grant"));
    }

    @Test
    @Tag("C5")
    void oneActionIsFinancedFromExactlyOneFundOfTheCall() {
        String id = draft("applicant-lv", openCall(terms()), content("AMIF", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        as("applicant-lv").post(path + ":validate").then().body("failures.ruleId", contains("form.fund"));
        patch("applicant-lv", path, "{\"content\":{\"fund\":null}}").then().statusCode(200);
        as("applicant-lv").post(path + ":validate").then().body("failures.ruleId", contains("form.fund"));
        patch("applicant-lv", path, "{\"content\":{\"fund\":[\"BMVI\",\"ISF\"]}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/content/fund"));
        patch("applicant-lv", path, "{\"content\":{\"fund\":\"BMVI\"}}").then().statusCode(200);
        as("applicant-lv").post(path + ":validate").then().body("failures", empty());
    }

    @Test
    @Tag("C6")
    @Tag("rule-7")
    void whatOneCallRefusesAnotherTakesForItsNumbersAreItsOwn() {
        String strict = terms().replace(
                        "\"minimumGrant\": {\"amount\": \"100000.00\"",
                        "\"maximumGrant\": {\"amount\": \"150000.00\", \"currency\": \"EUR\"}, \"maximumIndirectRate\": \"7.00\","
                                + " \"minimumGrant\": {\"amount\": \"120000.00\"")
                .replace("application.lead.kind == 'PUBLIC_AUTHORITY'", "application.lead.kind == 'NGO'")
                .replace(
                        "\"rules\": [",
                        "\"rules\": [{\"id\": \"duration\", \"words\": {\"en\": \"At most twelve months.\"},"
                                + " \"expression\": \"application.durationMonths <= 12\", \"pointer\": \"/content/durationMonths\"},")
                .replace(", '7')", ", '70')");
        String content = content("BMVI", "200000.00", "190000.00")
                .replace(
                        "\"budget\": [",
                        "\"budget\": [{\"heading\": \"INDIRECT\", \"amount\": {\"amount\": \"14000.01\", \"currency\": \"EUR\"}},");
        String there = draft("applicant-lv", openCall(strict), content);
        as("applicant-lv")
                .post("/v1/applications/" + there + ":validate")
                .then()
                .body(
                        "failures.ruleId",
                        containsInAnyOrder(
                                "fund.maximum-grant", "fund.indirect-rate", "lead-member-state", "duration"));
        String here = draft("applicant-lv", openCall(terms().replace(", '7')", ", '70')")), content);
        as("applicant-lv").post("/v1/applications/" + here + ":validate").then().body("failures", empty());
    }

    @Test
    @Tag("C10")
    void twoWhoSaveTheSameVersionDoNotOverwriteEachOther() {
        String id = draft("applicant-lv", openCall(terms()), "{}");
        String path = "/v1/applications/" + id;
        String tag = etag("applicant-lv", path);
        patch("applicant-lv", path, "{\"content\":{\"acronym\":\"FIRST\"}}")
                .then()
                .statusCode(200);
        Api.as("applicant-lv")
                .contentType("application/merge-patch+json;charset=UTF-8")
                .header("If-Match", tag)
                .body("{\"content\":{\"acronym\":\"SECOND\"}}")
                .patch(path)
                .then()
                .statusCode(412)
                .body("code", equalTo("version-conflict"));
        assertThat(get("applicant-lv", path).getString("content.acronym")).isEqualTo("FIRST");
    }

    @Test
    void countryAliasesAreAcceptedAndOneCodeIsStored() {
        String id = draft("applicant-lv", openCall(terms()), "{}");
        patch(
                        "applicant-lv",
                        "/v1/applications/" + id,
                        Map.of(
                                "content",
                                Map.of(
                                        "memberStates", java.util.List.of("EL", "GR"),
                                        "partnerCountries",
                                                java.util.List.of(
                                                        "UK", "XK", "Cape Verde", "Cabo Verde", "Turkey", "Türkiye"))))
                .then()
                .statusCode(200)
                .body("content.memberStates", contains("GR"))
                .body("content.partnerCountries", contains("GB", "XK", "CV", "TR"));
        patch("applicant-lv", "/v1/applications/" + id, "{\"content\":{\"partnerCountries\":[\"MD\",\"Atlantis\"]}}")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/content/partnerCountries/1"));
    }

    @Test
    @Tag("C10")
    @Tag("rule-3")
    void exactlyOnTheDeadlineIsInAndOneMillisecondLaterIsOut() {
        String call = openCall(terms());
        String onTime = draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String late = draft("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        try (HeldClock held = HeldClock.at("2099-11-30T16:00:00.001Z")) {
            verb("applicant-lt", "/v1/applications/" + late, "submit", null)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("deadline-passed"));
            Api.anonymous().get("/v1/calls/" + call).then().body("status", equalTo("CLOSED"));
            held.moveTo("2099-11-30T16:00:00.000Z");
            verb("applicant-lv", "/v1/applications/" + onTime, "submit", null)
                    .then()
                    .statusCode(200)
                    .body("application.status", equalTo("SUBMITTED"))
                    .body("receipt.submittedAt", equalTo(DEADLINE));
            Api.anonymous().get("/v1/calls/" + call).then().body("status", equalTo("OPEN"));
        }
    }

    @Test
    @Tag("C10")
    @Tag("rule-3")
    void whatCameInTimeIsInHoweverLongItHadToWait() throws Exception {
        Instant deadline = Sql.value(java.sql.Timestamp.class, "SELECT clock_timestamp()")
                .toInstant()
                .plusMillis(2_500)
                .truncatedTo(ChronoUnit.MILLIS);
        String call = openCall(terms().replace("ROLLING_UNTIL_DEPLETED", "SINGLE_STAGE")
                .replace("2099-11-30T17:00:00.000", MILLIS.format(deadline.atZone(ZoneId.of("Europe/Brussels"))))
                .replace("\"questionsUntilLocal\": \"2099-11-15T17:00:00.000\",", ""));
        String onTime = draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String late = draft("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        String tag = etag("applicant-lv", "/v1/applications/" + onTime);
        CompletableFuture<Response> waiting;
        try (Connection connection = Sql.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SELECT 1 FROM application WHERE id = '" + onTime + "' FOR UPDATE");
            waiting = CompletableFuture.supplyAsync(
                    () -> as("applicant-lv").header("If-Match", tag).post("/v1/applications/" + onTime + ":submit"));
            Awarding.await(() -> Sql.count("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype IN"
                            + " ('tuple', 'transactionid')")
                    > 0);
            assertThat(Sql.value(Boolean.class, "SELECT clock_timestamp() < '" + deadline + "'::timestamptz"))
                    .as("it came in time")
                    .isTrue();
            Awarding.await(() -> Sql.value(
                    Boolean.class, "SELECT clock_timestamp() > '" + deadline.plusMillis(50) + "'::timestamptz"));
            // What comes only now is late, and does not wait for the other.
            verb("applicant-lt", "/v1/applications/" + late, "submit", null)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("deadline-passed"));
            connection.rollback();
        }
        Response handedIn = waiting.get();
        handedIn.then().statusCode(200);
        assertThat(Instant.parse(handedIn.path("receipt.submittedAt"))).isBeforeOrEqualTo(deadline);
    }

    @Test
    @Tag("C10")
    void theReceiptIsVerifiableOfflineAndAtTheDesk() throws Exception {
        // Pasted from a word processor: a vertical tab, quotes, a letter beyond the basic plane, two names to be
        // sorted.
        String pasted = content("BMVI", "200000.00", "190000.00")
                .replace(
                        "\"themes\"",
                        "\"answers\": {\"\u00e9\": \"a\\u000Bb\\u001f\\\"\\\\/\\t\", \"e\": \"\ud83d\ude00\"}, \"themes\"");
        String id = submitted("applicant-lv", openCall(terms()), pasted);
        ObjectMapper json = new ObjectMapper();
        JsonNode receipt = json.readTree(Api.as("applicant-lv")
                .get("/v1/applications/" + id + "/receipt")
                .asString());
        JsonNode key = json.readTree(Api.anonymous().get("/v1/receipts/keys").asString())
                .path("keys")
                .get(0);

        String[] parts = receipt.path("receipt").asText().split("\\.");
        byte[] point = Base64.getUrlDecoder().decode(key.path("x").asText());
        byte[] prefix = Base64.getDecoder().decode("MCowBQYDK2VwAyEA");
        byte[] encoded = java.nio.ByteBuffer.allocate(44).put(prefix).put(point).array();
        Signature signature = Signature.getInstance("Ed25519");
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(signature.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();

        JsonNode claims = json.readTree(Base64.getUrlDecoder().decode(parts[1]));
        byte[] digest = MessageDigest.getInstance("SHA-256")
                .digest(Rfc8785.of(receipt.path("content")).getBytes(StandardCharsets.UTF_8));
        assertThat(claims.path("contentHash").asText())
                .as("recomputed by somebody else")
                .isEqualTo("sha-256:" + HexFormat.of().formatHex(digest));

        as("applicant-lt")
                .body(Map.of(
                        "receipt",
                        receipt.path("receipt").asText(),
                        "content",
                        json.convertValue(receipt.path("content"), Map.class)))
                .post("/v1/receipts:verify")
                .then()
                .statusCode(200)
                .body("valid", equalTo(true))
                .body("contentMatches", equalTo(true))
                .body("receipt.applicationId", equalTo(id));
        String forged = parts[0] + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                claims.toString().replace("LV-SBG", "LT-SBG").getBytes(StandardCharsets.UTF_8))
                + "." + parts[2];
        Api.anonymous()
                .contentType("application/json")
                .body(Map.of("receipt", forged))
                .post("/v1/receipts:verify")
                .then()
                .statusCode(200)
                .body("valid", equalTo(false));
    }

    @Test
    @Tag("C26")
    void whatIsNotYoursIsNotFound() {
        String call = openCall(terms());
        String id = draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        String tag = etag("applicant-lv", path);
        for (String other :
                java.util.List.of("applicant-lt", "programme-officer", "evaluator-1", "consultee", "committee-1")) {
            Api.as(other).get(path).then().statusCode(404);
        }
        Api.anonymous().get(path).then().statusCode(401);
        as("applicant-lt").header("If-Match", tag).post(path + ":submit").then().statusCode(404);
        as("applicant-lt").post(path + ":validate").then().statusCode(404);
        verb("applicant-lv", path, "submit", null).then().statusCode(200);
        Api.as("programme-officer").get(path).then().statusCode(200).body("sealed", equalTo(false));
        Api.as("applicant-lt").get(path).then().statusCode(404);
        Api.as("applicant-lt")
                .queryParam("callId", call)
                .get("/v1/applications")
                .then()
                .body("items", empty());
        Api.as("applicant-lv")
                .queryParam("callId", call)
                .get("/v1/applications")
                .then()
                .body("items", hasSize(1))
                .body("items.leadOrganisation", everyItem(equalTo("LV-SBG")));
    }

    @Test
    @Tag("C10")
    void itIsWithdrawnChangedAndHandedInAgain() {
        String id = submitted("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        patch("applicant-lv", path, "{\"content\":{\"acronym\":\"NEW\"}}")
                .then()
                .statusCode(409)
                .body("code", equalTo("application-state"));
        verb("applicant-lv", path, "withdraw", reason()).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        patch("applicant-lv", path, "{\"content\":{\"acronym\":\"NEW\"}}")
                .then()
                .statusCode(200);
        verb("applicant-lv", path, "submit", null)
                .then()
                .statusCode(200)
                .body("application.content.acronym", equalTo("NEW"));
        assertThat(get("applicant-lv", path + "/submissions").getList("items")).hasSize(2);
        assertThat(get("applicant-lv", path + "/history").<String>getList("items.command"))
                .containsExactly("SUBMIT", "WITHDRAW", "SUBMIT");
        var events = new KafkaProbe()
                .awaitAll("mpf.calls.application.v1", event -> event.subject().equals(id), 3);
        events.forEach(EventSchemas::validate);
        assertThat(events)
                .extracting(event -> event.type().replaceAll(".*application\\.", ""))
                .containsExactly("submitted.v1", "withdrawn.v1", "submitted.v1");
    }

    @Test
    @Tag("C2")
    @Tag("C10")
    void onlyAnOpenCallTakesADraftThatIsThereAlready() {
        String call = openCall(terms());
        String callPath = "/v1/calls/" + call;
        String id = draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        refused(id, "suspend", callPath, "SUSPENDED");
        verb("programme-officer", callPath, "reopen", reason()).then().statusCode(200);
        refused(id, "close", callPath, "CLOSED");

        String cancelled = openCall(terms());
        refused(
                draft("applicant-lv", cancelled, content("BMVI", "200000.00", "190000.00")),
                "cancel",
                "/v1/calls/" + cancelled,
                "CANCELLED");

        String early = draftCall(
                        terms().replace("\"deadlines\"", "\"opensLocal\": \"2099-01-01T09:00:00.000\", \"deadlines\""))
                .path("id");
        verb("programme-officer", "/v1/calls/" + early, "publish", null).then().body("status", equalTo("FORTHCOMING"));
        refused(draft("applicant-lv", early, content("BMVI", "200000.00", "190000.00")), null, "", "FORTHCOMING");
    }

    private static void refused(String id, @Nullable String command, String callPath, String status) {
        if (command != null) {
            verb("programme-officer", callPath, command, reason())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo(status));
        }
        verb("applicant-lv", "/v1/applications/" + id, "submit", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("call-not-open"))
                .body("detail", containsString(status));
        assertThat(Sql.count("SELECT count(*) FROM submission WHERE application_id = ?::uuid", id))
                .isZero();
    }

    @Test
    @Tag("C2")
    void whoClosesACallByHandWaitsForWhatIsBeingHandedIn() throws Exception {
        String call = openCall(terms());
        String id = draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String tag = etag("applicant-lv", "/v1/applications/" + id);
        String callTag = etag("programme-officer", "/v1/calls/" + call);
        CompletableFuture<Response> handing;
        CompletableFuture<Response> closing;
        // Each on a thread of its own: with two processors the common pool has but one.
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection connection = Sql.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            // Holds the application between the reading of the clock and its commit.
            statement.execute("LOCK TABLE submission IN SHARE ROW EXCLUSIVE MODE");
            handing = CompletableFuture.supplyAsync(
                    () -> as("applicant-lv").header("If-Match", tag).post("/v1/applications/" + id + ":submit"),
                    threads);
            Awarding.await(() -> waiting("relation") > 0);
            closing = CompletableFuture.supplyAsync(
                    () -> as("programme-officer")
                            .header("If-Match", callTag)
                            .body(reason())
                            .post("/v1/calls/" + call + ":close"),
                    threads);
            Awarding.await(() -> waiting("advisory") > 0 || closing.isDone());
            assertThat(closing)
                    .as("told that it is closed while something is still taken")
                    .isNotDone();
            connection.rollback();
        }
        handing.get().then().statusCode(200);
        closing.get().then().statusCode(200).body("status", equalTo("CLOSED"));
    }

    private static long waiting(String lock) {
        return Sql.count("SELECT count(*) FROM pg_locks WHERE NOT granted AND locktype = ?", lock);
    }

    @Test
    @Tag("C11")
    void aPartnerIsInvitedByMailAndConfirmsWithItsOwnToken() {
        String address = UUID.randomUUID() + "@partner.example";
        String id = draft("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        String partner = as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .body("""
                        {"organisation": "LT-SBGS", "role": "CO_APPLICANT", "country": "LT",
                         "contact": {"name": "Jonas", "email": "%s", "language": "de"}}""".formatted(address))
                .post(path + "/partners")
                .then()
                .statusCode(201)
                .extract()
                .path("partners[0].id");
        as("applicant-lv").post(path + ":validate").then().body("failures.ruleId", contains("partners-confirmed"));
        Api.as("applicant-lt").get(path).then().statusCode(404);
        as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .post(path + "/partners/" + partner + ":invite")
                .then()
                .statusCode(200);
        assertThat(Mailbox.awaitTo(address).text()).contains("Guten Tag Jonas", path);
        as("applicant-lv")
                .header("If-Match", etag("applicant-lv", path))
                .post(path + "/partners/" + partner + ":invite")
                .then()
                .statusCode(409)
                .body("code", equalTo("partner-state"));
        assertThat(Sql.count("SELECT count(*) FROM mail_outbox WHERE recipient = ?", address))
                .isEqualTo(1);
        as("applicant-lt")
                .header("If-Match", etag("applicant-lt", path))
                .post(path + "/partners/" + partner + ":confirm")
                .then()
                .statusCode(200)
                .body("partners[0].status", equalTo("CONFIRMED"));
        Api.as("applicant-lt")
                .get(path + "/partners")
                .then()
                .statusCode(200)
                .body("items.organisation", contains("LT-SBGS"))
                .body("items.status", contains("CONFIRMED"));
        as("applicant-lv").post(path + ":validate").then().body("valid", equalTo(true));
        Api.as("applicant-lt").get("/v1/applications").then().body("items.id", hasItem(id));
        as("applicant-lt")
                .header("If-Match", etag("applicant-lt", path))
                .post(path + ":submit")
                .then()
                .statusCode(404);
    }

    @Test
    @Tag("C9")
    void theConceptNoteComesFirstAndStaysUnchanged() {
        String twoStage = terms().replace("ROLLING_UNTIL_DEPLETED", "TWO_STAGE")
                .replace("\"conceptNote\": false", "\"conceptNote\": true")
                .replace(
                        "\"deadlines\": [",
                        "\"deadlines\": [{\"stage\": \"CONCEPT_NOTE\", \"local\": \"2099-06-30T17:00:00.000\"}, ");
        String id = submitted("applicant-lv", openCall(twoStage), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + id;
        assertThat(get("applicant-lv", path).getString("status")).isEqualTo("CONCEPT_SUBMITTED");
        Api.as("programme-officer")
                .get(path)
                .then()
                .body("sealed", equalTo(true))
                .body("content", equalTo(null));
        verb("programme-officer", path, "invite", reason())
                .then()
                .statusCode(409)
                .body("code", equalTo("application-sealed"));
        try (HeldClock held = HeldClock.at("2099-06-30T15:00:00.001Z")) {
            verb("programme-officer", path, "invite", reason())
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("INVITED"));
        }
        patch("applicant-lv", path, "{\"content\":{\"acronym\":\"FULL\",\"durationMonths\":30}}")
                .then()
                .statusCode(200);
        verb("applicant-lv", path, "submit", null)
                .then()
                .statusCode(200)
                .body("application.status", equalTo("SUBMITTED"));
        var handedIn = get("applicant-lv", path + "/submissions");
        assertThat(handedIn.<String>getList("items.stage")).containsExactly("CONCEPT_NOTE", "FULL_APPLICATION");
        assertThat(handedIn.<String>getList("items.content.content.acronym")).containsExactly("JBS", "FULL");
    }

    @Test
    @Tag("C7")
    @Tag("rule-2")
    void theEditionInForceAtSubmissionStaysWithTheApplication() {
        String call = openCall(terms());
        String id = submitted("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        verb(
                        "programme-officer",
                        "/v1/calls/" + call,
                        "amend",
                        Map.of(
                                "reason",
                                "stricter",
                                "changes",
                                Map.of(
                                        "rules",
                                        java.util.List.of(Map.of(
                                                "id",
                                                "never",
                                                "words",
                                                Map.of("en", "No."),
                                                "expression",
                                                "false",
                                                "pointer",
                                                "")))))
                .then()
                .statusCode(200);
        String path = "/v1/applications/" + id;
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body("{\"eligible\": true}")
                .post(path + "/eligibility")
                .then()
                .statusCode(200)
                .body("status", equalTo("ELIGIBLE"))
                .body("callEdition", equalTo(1));
        String later = draft("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        as("applicant-lt")
                .post("/v1/applications/" + later + ":validate")
                .then()
                .body("callEdition", equalTo(2))
                .body("failures.ruleId", contains("never"));
    }
}
