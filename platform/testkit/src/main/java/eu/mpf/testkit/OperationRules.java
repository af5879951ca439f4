package eu.mpf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

    @Test
    void whatIsHeldForARefusedAddressIsShownAndReleased() {
        String address = "refused-" + UUID.randomUUID() + "@example.org";
        UUID mail = UUID.randomUUID();
        Sql.execute("INSERT INTO mail_refused_address (address, mail_id) VALUES (?, ?)", address, mail);
        Sql.execute(
                "INSERT INTO mail_outbox (id, dedup_key, recipient, subject, body, attachments, status)"
                        + " VALUES (?, ?, ?, 'Held', 'A text', '[]', 'HELD')",
                mail,
                "operation-rules/" + mail,
                address);
        String mails = "/v1/admin/mails/" + service;
        Api.as("administrator")
                .queryParam("status", "HELD")
                .get(mails)
                .then()
                .statusCode(200)
                .body("items.id", hasItem(mail.toString()))
                .body("items.status", everyItem(equalTo("HELD")));
        Api.as("administrator")
                .post(mails + "/" + mail + ":release")
                .then()
                .statusCode(200)
                .body("released", equalTo(1));
        assertThat(Sql.value(String.class, "SELECT status FROM mail_outbox WHERE id = ?", mail))
                .isNotEqualTo("HELD");
        assertThat(Sql.count("SELECT count(*) FROM mail_refused_address WHERE address = ?", address))
                .isZero();
        Api.as("administrator").post(mails + "/" + mail + ":release").then().statusCode(404);
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
    void theAuditTrailIsListedAndVerified() {
        Api.as("auditor").get("/v1/audit/" + service).then().statusCode(200);
        Api.as("auditor")
                .post("/v1/audit/" + service + ":verify")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true));
    }
}
