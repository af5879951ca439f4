package eu.mpf.calls.notice;

import eu.mpf.web.mail.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/** Turns notices into mails, some at a time, so that a call with thousands of applicants never makes one long transaction. */
@ApplicationScoped
@Transactional
public class NoticeService {

    private static final int AT_A_TIME = 200;

    private final CallNotices notices;
    private final NoticeText text;
    private final Mailer mails;

    NoticeService(CallNotices notices, NoticeText text, Mailer mails) {
        this.notices = notices;
        this.text = text;
        this.mails = mails;
    }

    /** Queues the next mails of the oldest notice; false when there is nothing to do. */
    public boolean step() {
        CallNotices.Open open = notices.claim().orElse(null);
        if (open == null) {
            return false;
        }
        List<CallNotices.Recipient> recipients = notices.next(open, AT_A_TIME);
        recipients.forEach(
                recipient -> mails.queue(text.mail(open.notice(), recipient), key(open.notice(), recipient.address())));
        String after = recipients.isEmpty()
                ? open.afterAddress()
                : recipients.getLast().address();
        notices.move(open, after, recipients.size() < AT_A_TIME);
        return true;
    }

    private static String key(CallNotice notice, String address) {
        UUID who = UUID.nameUUIDFromBytes(address.getBytes(StandardCharsets.UTF_8));
        return "call-notice/" + notice.id() + "/" + who;
    }
}
