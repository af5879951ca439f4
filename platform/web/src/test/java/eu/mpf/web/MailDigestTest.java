package eu.mpf.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.MailDigest;
import eu.mpf.web.mail.MailSender;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.mail.RefusedAddresses;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.Retention;
import eu.mpf.web.subject.SubjectData;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Tag("running")
@QuarkusTestResource(TestServers.class)
@Tag("X13")
class MailDigestTest {
    @Inject
    MailDigest digest;

    @Inject
    Mailer mailer;

    @Inject
    MailSender sender;

    @Inject
    RefusedAddresses refused;

    @Inject
    Retention retention;

    @Inject
    PersonHash hashes;

    @Inject
    @Any
    Instance<SubjectData> subjects;

    @Inject
    Sql sql;

    @BeforeEach
    void empty() throws Exception {
        TestServers.MAIL.purgeEmailFromAllMailboxes();
        sql.update("TRUNCATE mail_outbox, mail_notice, mail_refused_address");
    }

    private boolean notice(String to, Locale language, String line, String key) {
        var notice = new MailDigest.Notice(to, "news", language, line, Duration.ofDays(1));
        return QuarkusTransaction.requiringNew().call(() -> digest.add(notice, key));
    }

    private void periodEnds() {
        sql.update("UPDATE mail_notice SET due_at = now()");
    }

    private String status(String key) {
        return sql.first("SELECT status FROM mail_outbox WHERE dedup_key = ?", row -> row.getString(1), key)
                .orElseThrow();
    }

    private void queue(String to, String key) {
        QuarkusTransaction.requiringNew().run(() -> mailer.queue(new Mail(to, "s", "b"), key));
    }

    @Test
    void noticesOfAPeriodAreOneMailForEachAddress() throws Exception {
        assertThat(notice("ana@example.org", Locale.GERMAN, "Erstens", "1")).isTrue();
        assertThat(notice("ana@example.org", Locale.GERMAN, "Zweitens", "2")).isTrue();
        assertThat(notice("ana@example.org", Locale.GERMAN, "Zweitens", "2")).isFalse();
        notice("ben@example.org", Locale.ENGLISH, "Only", "3");
        digest.collectDue();
        assertThat(sql.list("SELECT 1 FROM mail_outbox", row -> 1))
                .as("before the period ends")
                .isEmpty();
        periodEnds();
        digest.collectDue();
        digest.collectDue();
        sender.sendDue();
        var mails = TestServers.MAIL.getReceivedMessages();
        assertThat(mails).hasSize(2);
        assertThat(mails).extracting(m -> m.getSubject()).containsExactlyInAnyOrder("2 Neuigkeiten", "1 news");
        assertThat(sql.list("SELECT body FROM mail_outbox WHERE recipient LIKE 'ana%'", row -> row.getString(1)))
                .containsExactly("Neues:\n\n- Erstens\n- Zweitens\n");
    }

    @Test
    void twoInstancesCollectEachNoticeOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            notice("p" + i % 4 + "@example.org", Locale.ENGLISH, "line " + i, "key " + i);
        }
        periodEnds();
        try (var threads = Executors.newFixedThreadPool(2)) {
            threads.submit(digest::collectDue);
            threads.submit(digest::collectDue);
        }
        assertThat(sql.list("SELECT subject FROM mail_outbox", row -> row.getString(1)))
                .containsExactly("5 news", "5 news", "5 news", "5 news");
    }

    @Test
    void aNoticeIsDueAtTheEndOfItsPeriod() {
        notice("ana@example.org", Locale.ENGLISH, "x", "1");
        assertThat(sql.first(
                        "SELECT due_at > now() AND due_at <= now() + interval '1 day'"
                                + " AND due_at = date_trunc('day', due_at AT TIME ZONE 'UTC') AT TIME ZONE 'UTC' FROM mail_notice",
                        row -> row.getBoolean(1)))
                .hasValue(true);
    }

    @Test
    void aRefusedAddressGetsNothingMoreUntilItIsReleased() throws Exception {
        queue("refused@EXAMPLE.org", "first");
        queue("refused@example.org", "second");
        sender.sendDue();
        queue("refused@example.org", "third");
        sender.sendDue();
        assertThat(status("first")).isEqualTo("FAILED");
        assertThat(status("second")).isEqualTo("HELD");
        assertThat(status("third")).isEqualTo("HELD");
        var held = sql.first(
                        "SELECT id FROM mail_outbox WHERE dedup_key = 'third'", row -> row.getObject(1, UUID.class))
                .orElseThrow();
        assertThat(QuarkusTransaction.requiringNew().call(() -> refused.release(held)))
                .hasValue(2);
        assertThat(status("second")).isEqualTo("QUEUED");
        assertThat(QuarkusTransaction.requiringNew().call(() -> refused.release(held)))
                .isEmpty();
    }

    @Test
    void aMailWhoseSenderStoppedInTheMiddleIsNotSentAgain() throws Exception {
        queue("ana@example.org", "half");
        sql.update("UPDATE mail_outbox SET status = 'SENDING', due_at = now() - interval '9 minutes'");
        sender.sendDue();
        assertThat(status("half")).isEqualTo("SENDING");
        sql.update("UPDATE mail_outbox SET due_at = now() - interval '11 minutes'");
        sender.sendDue();
        sender.sendDue();
        assertThat(status("half")).isEqualTo("FAILED");
        assertThat(TestServers.MAIL.getReceivedMessages()).isEmpty();
    }

    @Test
    @Tag("X12")
    void aRefusedAddressAndWhatIsHeldForItAreForgottenInTime() throws Exception {
        queue("refused@example.org", "first");
        sender.sendDue();
        queue("refused@example.org", "second");
        sender.sendDue();
        retention.run(LocalDate.now(ZoneOffset.UTC).plusDays(80));
        assertThat(addresses()).containsExactly("refused@example.org");
        assertThat(status("second")).isEqualTo("HELD");
        retention.run(LocalDate.now(ZoneOffset.UTC).plusDays(100));
        assertThat(addresses()).isEmpty();
        assertThat(sql.list("SELECT recipient || subject || body FROM mail_outbox", row -> row.getString(1)))
                .containsExactly("", "");
    }

    @Test
    @Tag("X12")
    void aRefusedAddressIsErasedEvenWhenTheMailHasBeenEmptiedBefore() throws Exception {
        queue("refused@example.org", "first");
        sender.sendDue();
        sql.update("UPDATE mail_outbox SET recipient = '', person_hash = NULL");
        String person = hashes.ofWritten("Refused@example.org").orElseThrow();
        QuarkusTransaction.requiringNew().run(() -> subjects.forEach(each -> each.erase(person)));
        assertThat(addresses()).isEmpty();
    }

    private List<String> addresses() {
        return sql.list("SELECT address FROM mail_refused_address", row -> row.getString(1));
    }

    @Test
    void anAddressThatIsOnlyBusyIsTriedAgain() throws Exception {
        queue("busy@example.org", "busy");
        sender.sendDue();
        assertThat(status("busy")).isEqualTo("QUEUED");
        assertThat(sql.list("SELECT 1 FROM mail_refused_address", row -> 1)).isEmpty();
    }

    @Test
    void aNoticeNeedsTheTransactionOfItsOccasion() {
        var notice = new MailDigest.Notice("a@example.org", "news", Locale.ENGLISH, "x", Duration.ofDays(1));
        assertThatThrownBy(() -> digest.add(notice, "k")).isInstanceOf(IllegalStateException.class);
    }
}
