package eu.mpf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import eu.mpf.testkit.openapi.NegotiationCheck;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What those who run the platform see and do at every service: mails that are held, events that Kafka refuses, the audit
 * trail. A service's test class extends this one and carries {@link MpfTest}.
 */
@Tag("X26")
public abstract class OperationRules {
    private final String service;

    /** @param service for example {@code projects} */
    protected OperationRules(String service) {
        this.service = service;
    }

    /** The gateway serves before its tables are there. */
    @BeforeEach
    void awaitTables() {
        String there = "SELECT count(to_regclass(name)) FROM unnest(?::text[]) name";
        String[] tables = {"mail_outbox", "mail_refused_address", "parked_aggregate", "audit_anchor"};
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> Sql.count(there, (Object) tables) == tables.length);
    }

    @Test
    @Tag("X13")
    void whatIsHeldForARefusedAddressIsShownAndReleased() {
        String address = UUID.randomUUID() + "@refused.example";
        String mail = mail(address, "HELD");
        Sql.execute("INSERT INTO mail_refused_address (address, mail_id) VALUES (?, CAST(? AS uuid))", address, mail);
        String mails = "/v1/admin/mails/" + service;
        Api.as("administrator")
                .queryParam("status", "HELD")
                .get(mails)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(mail))
                .body("items.status", everyItem(equalTo("HELD")));
        Api.as("administrator")
                .post(mails + "/" + mail + ":release")
                .then()
                .statusCode(200)
                .body("released", equalTo(1));
        assertThat(Sql.count("SELECT count(*) FROM mail_refused_address WHERE address = ?", address))
                .isZero();
        Api.as("administrator").post(mails + "/" + mail + ":release").then().statusCode(404);
        released(address);
    }

    /** What a problem's {@code type} names leads somewhere; also for kinds that nobody has entered in the catalogue. */
    @Test
    @Tag("X4")
    void everyProblemThatTheCodeCanTellHasAPage() {
        List<String> codes = Problems.codes();
        assertThat(codes).contains("version-conflict").doesNotHaveDuplicates();
        for (String code : codes) {
            String page = "/problems/" + code;
            Api.anonymous().get(page).then().statusCode(200).body("code", equalTo(code), "type", endsWith(page));
        }
    }

    @Test
    void anAggregateWhoseEventIsRefusedIsShownAndGoesOnAfterADecision() {
        String parked = "/v1/admin/parked-aggregates/" + service;
        for (String decision : new String[] {"retry", "discard"}) {
            UUID id = UUID.randomUUID();
            Sql.execute(
                    "INSERT INTO parked_aggregate (id, topic, aggregate_id, event_seq, event_type, reason)"
                            + " VALUES (?, ?, ?, -1, 'eu.mpf.example.happened.v1', 'RecordTooLargeException')",
                    id,
                    "mpf." + service + ".example.v1",
                    UUID.randomUUID().toString());
            Api.as("administrator").get(parked).then().statusCode(200).body("items.id", hasItem(id.toString()));
            Api.as("administrator")
                    .post(parked + "/" + id + ":" + decision)
                    .then()
                    .statusCode(204);
            Api.as("administrator").get(parked).then().statusCode(200).body("items.id", not(hasItem(id.toString())));
        }
    }

    @Test
    @Tag("X11")
    void theAuditTrailIsListedAndVerifiedByThoseWhoMay() {
        String verify = "/v1/audit/" + service + ":verify";
        Api.as("auditor").get("/v1/audit/" + service).then().statusCode(200);
        Api.as("auditor").post(verify).then().statusCode(200).body("intact", equalTo(true));
        Api.as("auditor").queryParam("position", 1).post(verify).then().statusCode(400);
        Api.as("event-manager").post(verify).then().statusCode(403);
    }

    /** What became of a mail that was released: here, that nothing is held any more. */
    void released(String address) {
        assertThat(Sql.count("SELECT count(*) FROM mail_outbox WHERE recipient = ? AND status = 'HELD'", address))
                .isZero();
    }

    /** A mail in the outbox; its id. */
    static String mail(String address, String status) {
        String id = UUID.randomUUID().toString();
        Sql.execute(
                "INSERT INTO mail_outbox (id, dedup_key, recipient, subject, body, attachments, status)"
                        + " VALUES (CAST(? AS uuid), ?, ?, 'Reminder', 'A text.', '[]', ?)",
                id,
                "operation-rules/" + id,
                address,
                status);
        return id;
    }

    /** Every read and media type of the document; what is there or not, the answer depends on what was accepted. */
    @TestFactory
    @Tag("X2")
    Stream<DynamicTest> whatComesInSeveralMediaTypesSaysThatItVaries() {
        List<NegotiationCheck.Offer> offers = NegotiationCheck.offers();
        assertThat(offers).isNotEmpty();
        return offers.stream()
                .filter(offer -> !offer.mediaType().equals("text/event-stream")) // has no end to wait for
                .map(offer -> DynamicTest.dynamicTest(offer.operation() + " as " + offer.mediaType(), () -> {
                    Response answer = Api.unchecked()
                            .header("Authorization", "Bearer " + Tokens.of("administrator"))
                            .accept(offer.mediaType())
                            .get(offer.path()
                                    .replaceAll("\\{[^}]*}", UUID.randomUUID().toString()));
                    assertThat(answer.statusCode()).isLessThan(500);
                    assertThat(NegotiationCheck.saysItVaries(answer.headers()))
                            .as(
                                    "%d, Vary: %s",
                                    answer.statusCode(), answer.headers().getValues("Vary"))
                            .isTrue();
                }));
    }
}
