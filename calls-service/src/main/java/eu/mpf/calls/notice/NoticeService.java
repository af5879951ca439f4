package eu.mpf.calls.notice;

import eu.mpf.web.mail.Mailer;
import eu.mpf.web.subject.PersonHash;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** Turns notices into mails, some at a time, so that a call with thousands of applicants never makes one long transaction. */
@ApplicationScoped
@Transactional
public class NoticeService {

    private static final int AT_A_TIME = 200;

    private final CallNotices notices;
    private final NoticeText text;
    private final Mailer mails;
    private final PersonHash hashes;

    NoticeService(CallNotices notices, NoticeText text, Mailer mails, PersonHash hashes) {
        this.notices = notices;
        this.text = text;
        this.mails = mails;
        this.hashes = hashes;
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
        boolean done = recipients.size() < AT_A_TIME;
        notices.move(open, done ? "" : after, done);
        return true;
    }

    /** Keys stay for good, so they must not tell whose they were. */
    private String key(CallNotice notice, String address) {
        return "call-notice/" + notice.id() + "/" + hashes.within("call-notice/" + notice.id(), address);
    }
}
