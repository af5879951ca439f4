package eu.mpf.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.MailSender;
import eu.mpf.web.mail.Mailer;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
class MailTest {

    @Inject
    Mailer mailer;

    @Inject
    MailSender sender;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void empty() throws Exception {
        TestServers.MAIL.purgeEmailFromAllMailboxes();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM mail_outbox");
        }
    }

    private boolean queue(Mail mail, String key) {
        return QuarkusTransaction.requiringNew().call(() -> mailer.queue(mail, key));
    }

    private String status(String key) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("SELECT status FROM mail_outbox WHERE dedup_key = ?")) {
            statement.setString(1, key);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    @Test
    void aMailArrivesWithTextAttachmentAndAnIdOfItsRow() throws Exception {
        var ics = new Mail.Attachment(
                "termin.ics",
                "text/calendar; method=REQUEST; charset=UTF-8",
                "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8));
        queue(new Mail("ana@example.org", "Grüße", "Bis Montag, Ž", List.of(ics)), "one");
        sender.sendDue();
        var received = TestServers.MAIL.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("Grüße");
        assertThat(received[0].getMessageID()).matches("<[0-9a-f-]{36}@mpf>");
        var parts = (MimeMultipart) received[0].getContent();
        assertThat(parts.getBodyPart(0).getContent().toString()).isEqualTo("Bis Montag, Ž");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("termin.ics");
        assertThat(GreenMailUtil.getWholeMessage(received[0])).contains("text/calendar");
        assertThat(status("one")).isEqualTo("SENT");
    }

    @Test
    void oneOccasionIsOneMail() throws Exception {
        assertThat(queue(new Mail("ana@example.org", "a", "b"), "same")).isTrue();
        assertThat(queue(new Mail("ana@example.org", "a", "b"), "same")).isFalse();
        QuarkusTransaction.requiringNew().run(() -> mailer.queueAtEnd(new Mail("ana@example.org", "a", "b"), "same"));
        sender.sendDue();
        sender.sendDue();
        assertThat(TestServers.MAIL.getReceivedMessages()).hasSize(1);
    }

    @Test
    void fourSendersAtOnceSendEachMailOnce() throws Exception {
        queueMany(40);
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++) {
                threads.submit(() -> {
                    sender.sendDue();
                    return null;
                });
            }
        }
        assertThat(TestServers.MAIL.getReceivedMessages()).hasSize(40);
    }

    @Test
    void theMailsOfARoundShareAConnection() throws Exception {
        queueMany(30);
        var calls = TestServers.SMTP.calls();
        sender.sendDue();
        assertThat(TestServers.MAIL.getReceivedMessages()).hasSize(30);
        assertThat(TestServers.SMTP.calls() - calls).isEqualTo(1);
    }

    @Test
    void aServerThatHangsUpBetweenMailsIsCalledAgainAndNoMailSuffers() throws Exception {
        queueMany(5);
        TestServers.SMTP.impatient(true);
        try {
            sender.sendDue();
        } finally {
            TestServers.SMTP.impatient(false);
        }
        assertThat(TestServers.MAIL.getReceivedMessages()).hasSize(5);
    }

    private void queueMany(int mails) {
        for (int i = 0; i < mails; i++) {
            queue(new Mail("p" + i + "@example.org", "s", "b"), "many/" + i);
        }
    }

    @Test
    @Tag("E22")
    void whatIsWorthlessByNowIsNotSentHoweverItWasKept() throws Exception {
        var mail = new Mail("worthless@example.org", "Come tomorrow", "b");
        var over = Instant.now().minusSeconds(1);
        var toCome = Instant.now().plusSeconds(3600);
        QuarkusTransaction.requiringNew().run(() -> {
            mailer.queue(mail, "over", over);
            mailer.queueAtEnd(mail, "over-too", over);
            mailer.queue(mail, "in-time", toCome);
            mailer.queueAtEnd(mail, "whenever", null);
            mailer.queue(mail, "held", over);
        });
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("UPDATE mail_outbox SET status = 'HELD' WHERE dedup_key = 'held'");
            // What was tried and failed waits for its next try, until it is worthless.
            statement.execute("UPDATE mail_outbox SET attempts = 3, due_at = now() + interval '1 hour'"
                    + " WHERE dedup_key = 'over-too'");
        }
        sender.sendDue();
        assertThat(TestServers.MAIL.getReceivedMessages()).hasSize(2);
        for (String key : List.of("over", "over-too", "held")) {
            assertThat(status(key)).isEqualTo("EXPIRED");
        }
        assertThat(status("in-time")).isEqualTo("SENT");
        assertThat(status("whenever")).isEqualTo("SENT");
    }

    @Test
    void whatIsRolledBackIsNotSent() throws Exception {
        QuarkusTransaction.begin();
        mailer.queue(new Mail("ana@example.org", "a", "b"), "rolled-back");
        QuarkusTransaction.rollback();
        sender.sendDue();
        assertThat(TestServers.MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    void anAddressThatIsNoneFailsForGood() throws Exception {
        queue(new Mail("not an address", "a", "b"), "odd");
        sender.sendDue();
        assertThat(status("odd")).isEqualTo("FAILED");
    }

    @Test
    void whileTheServerIsAwayMailsWait() throws Exception {
        TestServers.MAIL.stop();
        try {
            queue(new Mail("ana@example.org", "a", "b"), "waiting");
            sender.sendDue();
            assertThat(status("waiting")).isEqualTo("QUEUED");
        } finally {
            TestServers.MAIL.start();
        }
    }
}
