package eu.mpf.calls.notice;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.submitted;
import static eu.mpf.calls.Calling.terms;
import static eu.mpf.calls.Calling.verb;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import eu.mpf.calls.AtOnce;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.Mailbox;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
@Tag("C7")
class NoticesTest {

    @Inject
    NoticeJob job;

    private static RequestSpecification writer(String address) {
        return Api.as("applicant-lv", Map.of("sub", address, "email", address)).contentType("application/json");
    }

    @Test
    void whoWorksOnAnApplicationIsToldOfACorrigendumOnce() {
        String call = openCall(terms());
        String address = "writer-" + UUID.randomUUID() + "@example.org";
        for (int each = 0; each < 2; each++) {
            writer(address)
                    .body("{\"callId\": \"%s\"}".formatted(call))
                    .post("/v1/applications")
                    .then()
                    .statusCode(201);
        }
        verb("programme-officer", "/v1/calls/" + call, "amend", """
                {"reason": "A longer duration", "corrections": [{"section": "2.1", "page": 7, "was": "24 months", "is": "36 months"}],
                 "changes": {"guidelines": {"label": "1.1"}}}""").then().statusCode(200);
        AtOnce.twice(job::run);
        // A crash between the mails and the note of them: the same mails are asked for again.
        Sql.execute("UPDATE call_notice SET done_at = NULL, after_address = '' WHERE call_id = ?::uuid", call);
        job.run();
        Mailbox.Message mail = Mailbox.awaitTo(address);
        assertThat(mail.subject()).contains("edition 2");
        assertThat(mail.text()).contains("- 24 months", "+ 36 months", "2.1 (7)");
        assertThat(Sql.count("SELECT count(*) FROM mail_outbox WHERE recipient = ?", address))
                .isEqualTo(1);
        assertThat(Sql.count(
                        "SELECT count(*) FROM call_notice WHERE (done_at IS NULL OR after_address <> '') AND call_id = ?::uuid",
                        call))
                .as("open notices, and addresses that one keeps after its end")
                .isZero();
    }

    @Test
    void theEditionInForceIsFrozenWithTheSubmissionAndEveryEditionStaysReadable() {
        String call = openCall(terms());
        String before = submitted("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/calls/" + call;
        as("programme-officer")
                .header("If-Match", etag("programme-officer", path))
                .body("""
                        {"reason": "Clearer", "corrections": [{"section": "3", "page": 2, "was": "may", "is": "shall"}],
                         "changes": {"guidelines": {"label": "2.0"}}}""")
                .post(path + ":amend")
                .then()
                .statusCode(200);
        String after = submitted("applicant-lt", call, content("BMVI", "200000.00", "190000.00"));
        Api.as("applicant-lv").get("/v1/applications/" + before).then().body("callEdition", equalTo(1));
        Api.as("applicant-lt")
                .get("/v1/applications/" + after + "/receipt")
                .then()
                .body("callEdition", equalTo(2));
        Api.anonymous()
                .get(path + "/versions")
                .then()
                .body("items.terms.guidelines.label", contains("1.0", "2.0"))
                .body("items[1].corrections[0].is", equalTo("shall"));
    }
}
