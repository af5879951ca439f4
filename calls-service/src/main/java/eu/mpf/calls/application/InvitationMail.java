package eu.mpf.calls.application;

import eu.mpf.calls.call.Call;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells whose concept note was accepted that the full application may come; once per invitation. */
@ApplicationScoped
class InvitationMail {

    private final MailTemplates templates;
    private final Mailer mailer;
    private final Contacts contacts;
    private final String publicUrl;

    InvitationMail(
            MailTemplates templates,
            Mailer mailer,
            Contacts contacts,
            @ConfigProperty(name = "mpf.public-url") String publicUrl) {
        this.templates = templates;
        this.mailer = mailer;
        this.contacts = contacts;
        this.publicUrl = publicUrl;
    }

    /** Does nothing where no address is known; which move of the application it was tells one invitation from the next. */
    void queue(Application application, Call call, String note) {
        contacts.main(application.id())
                .ifPresent(contact -> mailer.queue(
                        letter(application, call, note, contact).to(contact.email()),
                        "application/" + application.id() + "/invited/"
                                + application.steps().size()));
    }

    private MailTemplates.Letter letter(Application application, Call call, String note, Contact contact) {
        LocalizedText title = application.content().title();
        Map<String, Object> values = new HashMap<>(Map.of(
                "application",
                application.reference(),
                "title",
                title == null ? "" : title,
                "call",
                call.key(),
                "callTitle",
                call.terms().title(),
                "note",
                note,
                "link",
                publicUrl + "/v1/applications/" + application.id()));
        Instant deadline = call.terms().deadlineFor(Stage.FULL_APPLICATION).orElse(null);
        if (deadline == null) {
            return templates.fill("application-invited-open", List.of(contact.locale()), values);
        }
        values.put("deadline", deadline.atZone(call.terms().zone()));
        return templates.fill("application-invited", List.of(contact.locale()), values);
    }
}
