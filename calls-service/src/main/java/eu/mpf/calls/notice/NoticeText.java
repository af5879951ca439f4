package eu.mpf.calls.notice;

import eu.mpf.web.mail.Mail;
import java.util.List;
import java.util.Locale;

/** A notice as a mail. */
final class NoticeText {

    private NoticeText() {}

    static Mail mail(CallNotice notice, CallNotices.Recipient recipient) {
        CallNotice.Facts facts = notice.facts();
        String title = facts.title().get(List.of(Locale.forLanguageTag(recipient.language())));
        StringBuilder text = new StringBuilder()
                .append("The call \"")
                .append(title)
                .append("\" (")
                .append(facts.key())
                .append("), on which you work, was ")
                .append(happened(notice))
                .append(".\n\nReason: ")
                .append(facts.reason())
                .append('\n');
        for (CallNotice.Correction line : facts.corrections()) {
            text.append("\nSection ").append(line.section());
            if (line.page() != null) {
                text.append(", page ").append(line.page());
            }
            text.append("\n  was: ").append(line.was()).append("\n  is:  ").append(line.is()).append('\n');
        }
        return new Mail(recipient.address(), oneLine("Call " + facts.key() + " " + happened(notice)), text.toString());
    }

    private static String happened(CallNotice notice) {
        return switch (notice.occasion()) {
            case "AMENDED" -> "amended; edition " + notice.edition() + " is in force";
            default -> notice.occasion().toLowerCase(Locale.ROOT);
        };
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
