package eu.mpf.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduler;
import io.quarkus.scheduler.Trigger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What every service answers through the platform it stands on, beyond what those who run it do ({@link OperationRules}):
 * its problems, who may ask for events that wait, what it holds of a person. A service's test class extends this one and
 * carries {@link MpfTest}.
 */
public abstract class PlatformRules extends OperationRules {
    private final String service;

    /** @param service for example {@code projects} */
    protected PlatformRules(String service) {
        super(service);
        this.service = service;
    }

    @Test
    @Tag("X4")
    void theProblemsAreListedAndEachIsDescribed() {
        Api.anonymous().get("/problems").then().statusCode(200).body("items.code", hasItem("version-conflict"));
        Api.anonymous()
                .header("Accept-Language", "fr")
                .get("/problems/version-conflict")
                .then()
                .statusCode(200)
                .body("type", endsWith("/problems/version-conflict"))
                .body("status", equalTo(412));
        Api.anonymous().get("/problems/no-such-problem").then().statusCode(404);
    }

    @Test
    @Tag("X7")
    void noEventWaitsAndOnlyAdministratorsAreTold() {
        String path = "/v1/admin/parked-aggregates/" + service;
        Api.as("administrator").get(path).then().statusCode(200).body("items", empty());
        Api.as("programme-officer").get(path).then().statusCode(403);
        Api.as("administrator").get(path + "-of-others").then().statusCode(404);
    }

    /** Any other job would change a test's data between two of its lines; see {@link MpfStack}. */
    @Test
    void onlyJobsThatHandOnWhatIsDueRunByThemselvesInTests() {
        assertThat(Arc.container().instance(Scheduler.class).get().getScheduledJobs())
                .extracting(Trigger::getId)
                .containsExactlyInAnyOrder(
                        "scan-files",
                        "send-mails",
                        "collect-mail-digests",
                        "seal-audit-trail",
                        "refresh-adjustments",
                        "follow-rehearsal-clock");
    }

    @Test
    @Tag("X12")
    void whatIsHeldOfAPersonIsGatheredForTheDataProtectionOfficerAlone() {
        String address = UUID.randomUUID() + "@person.example";
        String hash = UUID.randomUUID().toString().replace("-", "").repeat(2);
        Sql.execute("UPDATE mail_outbox SET person_hash = ? WHERE id = CAST(? AS uuid)", hash, mail(address, "SENT"));
        String request = UUID.randomUUID().toString();
        ask("export-requested", request, hash);
        String path = "/v1/subject-exports/%s/%s".formatted(service, request);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Api.as("data-protection-officer").get(path).statusCode() == 200);
        Api.as("data-protection-officer")
                .get(path)
                .then()
                .statusCode(200)
                .body("service", equalTo(service))
                .body("records.mails.to", contains(address));
        Api.as("administrator").get(path).then().statusCode(403);

        ask("erasure-requested", UUID.randomUUID().toString(), hash);
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> Api.as("data-protection-officer").get(path).statusCode() == 404);
        assertThat(Sql.count("SELECT count(*) FROM mail_outbox WHERE recipient = ?", address))
                .isZero();
    }

    /** It leaves, and once. */
    @Override
    void released(String address) {
        Mailbox.awaitTo(address);
        assertThat(Mailbox.to(address)).hasSize(1);
    }

    private static void ask(String what, String request, String personHash) {
        new KafkaProbe()
                .send(
                        "mpf.gateway.person.v1",
                        request,
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", UUID.randomUUID().toString(),
                                "ce_source", "/gateway",
                                "ce_type", "eu.mpf.gateway.person." + what + ".v1",
                                "ce_subject", request,
                                "ce_time", "2026-01-01T00:00:00.000Z",
                                "ce_sequence", "1",
                                "content-type", "application/json"),
                        "{\"requestId\":\"%s\",\"personHash\":\"%s\"}"
                                .formatted(request, personHash)
                                .getBytes(StandardCharsets.UTF_8));
    }
}
