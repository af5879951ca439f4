package eu.mpf.calls.letter;

import eu.mpf.calls.application.Application;
import eu.mpf.web.mail.MailTemplates;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A letter that could go out. */
record Draft(
        String reference,
        Application application,
        LetterKind kind,
        MailTemplates.Letter text,
        @Nullable Instant reviewUntil,
        Instant issuedAt) {}
