package eu.mpf.calls.notice;

import eu.mpf.web.mail.Mail;
import eu.mpf.web.mail.MailTemplates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A notice as a mail, in the language of its reader. */
@ApplicationScoped
class NoticeText {

    private static final String AMENDED = "AMENDED";

    private final MailTemplates templates;

    NoticeText(MailTemplates templates) {
        this.templates = templates;
    }

    Mail mail(CallNotice notice, CallNotices.Recipient recipient) {
        CallNotice.Facts facts = notice.facts();
        Map<String, Object> values =
                new HashMap<>(Map.of("key", facts.key(), "title", facts.title(), "reason", facts.reason()));
        if (notice.occasion().equals(AMENDED)) {
            values.put("edition", notice.edition());
            values.put("corrections", corrections(facts));
        }
        String template = "call-" + notice.occasion().toLowerCase(Locale.ROOT);
        return templates
                .fill(template, List.of(Locale.forLanguageTag(recipient.language())), values)
                .to(recipient.address());
    }

    private static String corrections(CallNotice.Facts facts) {
        return facts.corrections().isEmpty()
                ? "-"
                : facts.corrections().stream()
                        .map(line -> line.section() + (line.page() == null ? "" : " (" + line.page() + ")") + "\n  - "
                                + line.was() + "\n  + " + line.is())
                        .collect(Collectors.joining("\n\n"));
    }
}
