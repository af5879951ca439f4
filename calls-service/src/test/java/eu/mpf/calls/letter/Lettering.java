package eu.mpf.calls.letter;

import eu.mpf.calls.application.Application;
import eu.mpf.web.mail.MailTemplates;
import java.time.Instant;
import java.util.UUID;

/** Letters for tests of one aggregate, made without the API. */
public final class Lettering {

    private Lettering() {}

    public static Letter rejection(Application application) {
        var text = new MailTemplates.Letter("en", "Your application", "It is rejected.");
        return new Letter(
                UUID.randomUUID(),
                new Draft("L-1", application, null, LetterKind.REJECTION, text, null, Instant.EPOCH),
                false,
                "officer-1");
    }
}
