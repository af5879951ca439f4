package eu.mpf.calls.letter;

import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.Contact;
import eu.mpf.web.mail.MailTemplates;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A letter that could go out. */
record Draft(
        String reference,
        Application application,
        @Nullable Contact contact,
        LetterKind kind,
        MailTemplates.Letter text,
        @Nullable Instant reviewUntil,
        Instant issuedAt) {}
