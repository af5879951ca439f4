package eu.mpf.projects.project;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import eu.mpf.web.value.Ids;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("P1")
class GrantsTest {

    private static final String TOPIC = "mpf.calls.grant.v1";

    private final KafkaProbe kafka = new KafkaProbe();

    @Test
    void anAwardDeliveredFiveTimesIsOneProject() {
        UUID grant = Ids.next();
        UUID event = Ids.next();
        for (int i = 0; i < 5; i++) {
            // Keyed apart, the copies land in several partitions and are taken by several workers at once.
            send(event, "copy-" + i, grant, 1, "awarded", "");
        }
        for (int i = 0; i < 5; i++) {
            send(Ids.next(), "other-" + i, grant, 1, "awarded", "");
        }
        UUID last = Ids.next();
        for (int i = 0; i < 9; i++) {
            send(Ids.next(), "last-" + i, last, 1, "awarded", "");
        }
        await(() -> assertThat(projects(last)).isEqualTo(1));

        await(() -> assertThat(projects(grant)).isEqualTo(1));
        String id = Sql.value(String.class, "SELECT id::text FROM project WHERE grant_id = ?", grant);
        kafka.await("mpf.projects.project.v1", each -> each.subject().equals(id));
        assertThat(kafka.all("mpf.projects.project.v1").stream()
                        .filter(each -> each.subject().equals(id)))
                .hasSize(1);
        Api.as("programme-officer")
                .get("/v1/projects/{id}", id)
                .then()
                .statusCode(200)
                .body("leadOrganisation", org.hamcrest.Matchers.equalTo("LV-SBG"))
                .body("endDate", org.hamcrest.Matchers.equalTo("2025-12-31"))
                .body("budget.maximumIndirectRate", org.hamcrest.Matchers.equalTo("7"))
                .body("budget.headings[0].amount.amount", org.hamcrest.Matchers.equalTo("100000.00"))
                .body("budget.headings.heading", org.hamcrest.Matchers.contains("STAFF", "TRAVEL"))
                .body("budget.headings[1].amount", org.hamcrest.Matchers.nullValue())
                .body("budget.maximumRate", org.hamcrest.Matchers.equalTo("95"))
                .body("budget.rate", org.hamcrest.Matchers.equalTo("95.00"))
                .body("partnerCountries", org.hamcrest.Matchers.contains("GE"));
    }

    @Test
    void whatAnAwardDoesNotSayIsUnknownAndNotZero() {
        UUID grant = Ids.next();
        String data = """
                {"grantId":"%1$s","reference":"MPF-%1$s","title":{"en":"Award %1$s"},"awardedAt":"2023-11-02T10:00:00.000Z"}""".formatted(grant);
        kafka.send(
                TOPIC,
                grant.toString(),
                headers(Ids.next(), grant, 1, "awarded"),
                data.getBytes(StandardCharsets.UTF_8));
        await(() -> assertThat(projects(grant)).isEqualTo(1));

        String id = Sql.value(String.class, "SELECT id::text FROM project WHERE grant_id = ?", grant);
        Api.as("programme-officer")
                .get("/v1/projects/{id}", id)
                .then()
                .statusCode(200)
                .body("budget.total", org.hamcrest.Matchers.nullValue())
                .body("budget.maximumRate", org.hamcrest.Matchers.nullValue())
                .body("budget.maximumIndirectRate", org.hamcrest.Matchers.nullValue())
                .body("budget.headings", org.hamcrest.Matchers.empty());
    }

    @Test
    void aWithdrawnAwardEndsItsProject() {
        UUID grant = Ids.next();
        send(Ids.next(), grant.toString(), grant, 1, "awarded", "");
        send(Ids.next(), grant.toString(), grant, 2, "withdrawn", "\"reason\":\"The applicant stepped back\",");

        await(() -> assertThat(Sql.query("SELECT status, status_reason FROM project WHERE grant_id = ?", grant))
                .containsExactly(Map.of("status", "TERMINATED", "status_reason", "The applicant stepped back")));
    }

    @Test
    void whatIsNoAwardGoesToTheDeadLettersAndTheRestGoesOn() {
        UUID grant = Ids.next();
        UUID poison = Ids.next();
        kafka.send(
                TOPIC,
                grant.toString(),
                headers(poison, grant, 1, "awarded"),
                "{\"grantId\":\"no\"}".getBytes(StandardCharsets.UTF_8));
        send(Ids.next(), grant.toString(), grant, 2, "awarded", "");

        await(() -> assertThat(projects(grant)).isEqualTo(1));
        kafka.await(TOPIC + ".dlq", each -> each.id().equals(poison.toString()));
    }

    private long projects(UUID grant) {
        return Sql.count("SELECT count(*) FROM project WHERE grant_id = ?", grant);
    }

    private void send(UUID event, String key, UUID grant, long sequence, String fact, String more) {
        String data = """
                {"grantId":"%1$s","reference":"MPF-%1$s","applicationId":"a1","callId":"c1","callKey":"MPF-2023-BORDERS-SECURITY",
                 "fund":"BMVI","title":{"en":"Award %1$s"},"leadOrganisation":"LV-SBG",
                 "partners":[{"organisation":"GE-BP","name":"Georgian Border Police","role":"CO_APPLICANT"}],
                 "memberStates":["LV"],"partnerCountries":["GE"],"themes":["border-management"],%2$s
                 "total":{"amount":"178512.92","currency":"EUR"},"euShare":{"amount":"169587.27","currency":"EUR"},"rate":"95.00",
                 "maximumRate":"95","maximumIndirectRate":"7","budget":[{"heading":"STAFF","amount":{"amount":"100000.00","currency":"EUR"},"remark":"new"},{"heading":"TRAVEL"},
                 {"heading":"HEADING_OF_TOMORROW","amount":{"amount":"1.00","currency":"EUR"}}],
                 "startDate":"2024-01-01","durationMonths":24,"awardedAt":"2023-11-02T10:00:00.000Z","status":"X"}""".formatted(grant, more);
        kafka.send(TOPIC, key, headers(event, grant, sequence, fact), data.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(UUID event, UUID grant, long sequence, String fact) {
        return Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                event.toString(),
                "ce_source",
                "/calls-service",
                "ce_type",
                "eu.mpf.calls.grant." + fact + ".v1",
                "ce_subject",
                grant.toString(),
                "ce_time",
                "2023-11-02T10:00:00.000Z",
                "ce_sequence",
                Long.toString(sequence),
                "content-type",
                "application/json");
    }

    private static void await(org.awaitility.core.ThrowingRunnable condition) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(condition);
    }
}
