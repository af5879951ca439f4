package eu.mpf.calls.check;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.Contact;
import eu.mpf.calls.application.Contacts;
import eu.mpf.calls.call.Call;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Tells the applicant of a question, once. */
@ApplicationScoped
class ClarificationMail {

    private final MailTemplates templates;
    private final Mailer mailer;
    private final Contacts contacts;

    ClarificationMail(MailTemplates templates, Mailer mailer, Contacts contacts) {
        this.templates = templates;
        this.mailer = mailer;
        this.contacts = contacts;
    }

    /** Does nothing where no address is known. */
    void queue(Application application, Call call, ClarificationRequest request) {
        contacts.main(application.id()).ifPresent(contact -> queue(contact, application, call, request));
    }

    private void queue(Contact contact, Application application, Call call, ClarificationRequest request) {
        LocalizedText title = application.content().title();
        MailTemplates.Letter letter = templates.fill(
                "clarification-asked",
                List.of(contact.locale()),
                Map.of(
                        "application", application.reference(),
                        "title", title == null ? "" : title,
                        "call", application.callKey(),
                        "question", request.question(),
                        "due", request.dueAt().atZone(call.terms().zone())));
        mailer.queue(letter.to(contact.email()), "clarification/" + request.id());
    }
}
