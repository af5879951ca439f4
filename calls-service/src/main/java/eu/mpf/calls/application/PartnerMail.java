package eu.mpf.calls.application;

import eu.mpf.web.mail.MailTemplates;
import eu.mpf.web.mail.Mailer;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks an invited partner whether it takes part; once per invitation. */
@ApplicationScoped
class PartnerMail {

    private final MailTemplates templates;
    private final Mailer mailer;
    private final Contacts contacts;
    private final String publicUrl;

    PartnerMail(
            MailTemplates templates,
            Mailer mailer,
            Contacts contacts,
            @ConfigProperty(name = "mpf.public-url") String publicUrl) {
        this.templates = templates;
        this.mailer = mailer;
        this.contacts = contacts;
        this.publicUrl = publicUrl;
    }

    /** Does nothing where the lead has named nobody; the application's version tells one invitation from the next. */
    void queue(Application application, Partner partner) {
        contacts.ofPartner(application.id(), partner.id())
                .ifPresent(contact -> mailer.queue(
                        letter(application, partner, contact).to(contact.email()),
                        "partner/" + partner.id() + "/invited/" + application.version()));
    }

    private MailTemplates.Letter letter(Application application, Partner partner, Contact contact) {
        LocalizedText title = application.content().title();
        LeadApplicant lead = application.content().lead();
        return templates.fill(
                "partner-invited",
                List.of(contact.locale()),
                Map.of(
                        "lead", lead == null || lead.name() == null ? application.organisation() : lead.name(),
                        "partner", partner.name() == null ? partner.organisation() : partner.name(),
                        "addressee", contact.name() == null ? "" : contact.name(),
                        "application", application.reference(),
                        "title", title == null ? "" : title,
                        "call", application.callKey(),
                        "link", publicUrl + "/v1/applications/" + application.id()));
    }
}
