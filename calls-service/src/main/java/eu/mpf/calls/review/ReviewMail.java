package eu.mpf.calls.review;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.Contact;
import eu.mpf.calls.application.Contacts;
import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Tells the applicant what came of a request for review, once. */
@ApplicationScoped
class ReviewMail {

    private final MailTemplates templates;
    private final Mailer mailer;
    private final Contacts contacts;

    ReviewMail(MailTemplates templates, Mailer mailer, Contacts contacts) {
        this.templates = templates;
        this.mailer = mailer;
        this.contacts = contacts;
    }

    /** Does nothing where no address is known. */
    void queue(Application application, ReviewRequest request, ZoneId zone) {
        contacts.main(application.id()).ifPresent(contact -> queue(contact, request, zone));
    }

    private void queue(Contact contact, ReviewRequest request, ZoneId zone) {
        String reasons = request.reasons();
        MailTemplates.Letter letter = templates.fill(
                "review-" + request.status().name().toLowerCase(Locale.ROOT),
                List.of(contact.locale()),
                Map.of(
                        "review", request.reference(),
                        "filed", LocalDate.ofInstant(request.filedAt(), zone),
                        "reasons", reasons == null ? "" : reasons));
        mailer.queue(letter.to(contact.email()), "review/" + request.id());
    }
}
