package eu.mpf.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.MailSender;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.sql.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What mail servers send back, after the examples of RFC 3464. */
@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
@Tag("X13")
class ReturnedMailsTest {

    @Inject
    Mailer mailer;

    @Inject
    MailSender sender;

    @Inject
    Sql sql;

    @BeforeEach
    void empty() throws Exception {
        TestServers.MAIL.purgeEmailFromAllMailboxes();
        QuarkusTransaction.requiringNew().run(() -> {
            sql.update("DELETE FROM mail_outbox");
            sql.update("DELETE FROM mail_refused_address");
        });
    }

    private String send(String to) throws Exception {
        QuarkusTransaction.requiringNew()
                .run(() -> mailer.queue(
                        new Mail(to, "Invitation", "Come!"), UUID.randomUUID().toString()));
        sender.sendDue();
        var received = TestServers.MAIL.getReceivedMessages();
        return received[received.length - 1].getMessageID();
    }

    private static String report(String messageId, String recipientFields) {
        return """
                Return-Path: <>
                From: MAILER-DAEMON@mail.example.org (Mail Delivery System)
                To: no-reply@mpf.example
                Subject: Undelivered Mail Returned to Sender
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status;
                    boundary="B1/mail.example.org"

                This is a MIME-encapsulated message.

                --B1/mail.example.org
                Content-Type: text/plain; charset=us-ascii

                I'm sorry to have to inform you that your message could not be delivered.

                --B1/mail.example.org
                Content-Description: Delivery report
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mail.example.org
                Arrival-Date: Sun, 22 Nov 2026 12:00:00 +0000 (UTC)

                %s
                --B1/mail.example.org
                Content-Type: text/rfc822-headers

                From: no-reply@mpf.example
                Message-ID: %s
                Subject: Invitation

                --B1/mail.example.org--
                """.formatted(recipientFields, messageId).replace("\n", "\r\n");
    }

    private static String fields(String action, String status) {
        return """
                Final-Recipient: rfc822; somebody@elsewhere.example
                Original-Recipient: rfc822; somebody@elsewhere.example
                Action: %s
                Status: %s
                Diagnostic-Code: smtp; 550 the answer of the server
                """.formatted(action, status);
    }

    private static RequestSpecification mail(String text) {
        return given().config(RestAssured.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("message/rfc822", ContentType.TEXT)))
                .contentType("message/rfc822")
                .body(text);
    }

    private static ValidatableResponse handIn(String text) {
        return mail(text)
                .auth()
                .oauth2(TestTokens.of("admin", "administrator"))
                .post("/v1/admin/mails/notes/returned")
                .then();
    }

    private List<String> refused() {
        return sql.list("SELECT address FROM mail_refused_address ORDER BY 1", row -> row.getString(1));
    }

    private String status(String address) {
        return sql.first(
                        "SELECT status || coalesce(': ' || failure, '') FROM mail_outbox WHERE recipient = ? ORDER BY id DESC",
                        row -> row.getString(1),
                        address)
                .orElseThrow();
    }

    @Test
    void aPermanentFailureTakesTheAddressOutOfUseUntilItIsReleased() throws Exception {
        String id = send("Gone@Example.org");
        String report = report(id, fields("failed", "5.1.1"));
        handIn(report)
                .statusCode(200)
                .body("outcome", equalTo("ADDRESS_REFUSED"))
                .body("status", equalTo("5.1.1"))
                .body("mailId", equalTo(id.substring(1, 37)));
        handIn(report).statusCode(200).body("outcome", equalTo("ADDRESS_REFUSED"));
        assertThat(refused()).containsExactly("gone@example.org");
        assertThat(status("Gone@Example.org")).isEqualTo("FAILED: returned: 5.1.1");
        assertThat(sql.list(
                        "SELECT after->>'status' FROM audit_entry WHERE action = 'mail.returned' AND object_id = ?",
                        row -> row.getString(1),
                        id.substring(1, 37)))
                .as("recorded once, without the address")
                .containsExactly("5.1.1");
        QuarkusTransaction.requiringNew()
                .run(() -> mailer.queue(new Mail("gone@example.org", "Again", "Come!"), "again"));
        sender.sendDue();
        assertThat(status("gone@example.org")).isEqualTo("HELD");
        given().auth()
                .oauth2(TestTokens.of("admin", "administrator"))
                .get("/v1/admin/mails/notes?status=HELD")
                .then()
                .statusCode(200)
                .body("items.recipient", hasItem("gone@example.org"));
    }

    @Test
    void aDelayIsNotAFailureAndARefusedMailIsNotARefusedAddress() throws Exception {
        handIn(report(send("slow@example.org"), fields("delayed", "4.4.1")))
                .statusCode(200)
                .body("outcome", equalTo("NOTHING_FAILED"));
        assertThat(status("slow@example.org")).isEqualTo("SENT");
        handIn(report(send("late@example.org"), fields("failed", "4.4.7")))
                .statusCode(200)
                .body("outcome", equalTo("MAIL_FAILED"));
        assertThat(status("late@example.org")).isEqualTo("FAILED: returned: 4.4.7");
        handIn(report(send("strict@example.org"), fields("failed", "5.7.1")))
                .statusCode(200)
                .body("outcome", equalTo("MAIL_FAILED"));
        handIn(report(send("small@example.org"), fields("failed", "5.2.3"))).body("outcome", equalTo("MAIL_FAILED"));
        assertThat(refused()).isEmpty();
    }

    @Test
    void automaticRepliesAndReportsAboutOtherMailsChangeNothing() throws Exception {
        String id = send("holiday@example.org");
        String reply = """
                From: holiday@example.org
                To: no-reply@mpf.example
                Subject: Out of office: Invitation
                Auto-Submitted: auto-replied
                In-Reply-To: %s
                Content-Type: text/plain

                I am away. 550 5.1.1 is not what this means.
                """.formatted(id).replace("\n", "\r\n");
        String receipt = report(id, fields("failed", "5.1.1"))
                .replace("report-type=delivery-status", "report-type=disposition-notification");
        for (String mail : List.of(
                reply,
                receipt,
                report("<" + UUID.randomUUID() + "@mpf>", fields("failed", "5.1.1")),
                report("<somebody@elsewhere.example>", fields("failed", "5.1.1")),
                "no mail at all")) {
            handIn(mail).statusCode(200).body("outcome", equalTo("NOT_OURS")).body("mailId", nullValue());
        }
        assertThat(refused()).isEmpty();
        assertThat(status("holiday@example.org")).isEqualTo("SENT");
    }

    @Test
    void aBrokenReportIsRefusedAndChangesNothing() throws Exception {
        String id = send("fine@example.org");
        for (String broken : List.of(
                report(id, "Final-Recipient: rfc822; fine@example.org\nAction: failed\n"),
                report(id, "Final-Recipient: rfc822; fine@example.org\nStatus: 5.1.1\n"),
                report(id, "Action: failed\nStatus: 5.1.1\n"),
                report(id, fields("failed", "never")),
                report(id, fields("failed", "5.1.1")).replace("message/delivery-status", "text/plain"),
                report(id, fields("failed", "5.1.1")).replace("boundary=\"B1/mail.example.org\"", "boundary=none"))) {
            handIn(broken).statusCode(400).body("code", equalTo("malformed-request"));
        }
        assertThat(refused()).isEmpty();
        assertThat(status("fine@example.org")).isEqualTo("SENT");
    }

    @Test
    void onlyAdministratorsHandIn() {
        mail("x").post("/v1/admin/mails/notes/returned").then().statusCode(401);
        mail("x")
                .auth()
                .oauth2(TestTokens.of("a", "auditor"))
                .post("/v1/admin/mails/notes/returned")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("admin", "administrator"))
                .contentType("application/json")
                .body("{}")
                .post("/v1/admin/mails/notes/returned")
                .then()
                .statusCode(415);
    }
}
