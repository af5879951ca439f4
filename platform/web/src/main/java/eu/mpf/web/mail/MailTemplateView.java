package eu.mpf.web.mail;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A template in one language as administrators see it.
 *
 * @param subject what a reader of the language gets now
 * @param places what stands in braces in it and is filled in each letter
 * @param set whether an administrator has written it
 * @param fallback the language the words are taken from, where there are none in the one asked for
 * @param initial the words that hold when it is set back, if the service comes with any
 */
@Schema(name = "MailTemplate", description = "The words of a mail in one language.")
public record MailTemplateView(
        String name,
        String language,
        String subject,
        String body,
        List<String> places,
        boolean set,
        @Nullable String fallback,
        @Nullable Words initial,
        @Nullable Instant changedAt,
        @Nullable String changedBy) {

    /** Subject and text. */
    @Schema(name = "MailWords", description = "Subject and text of a mail.")
    public record Words(String subject, String body) {}

    /**
     * A template in all its languages.
     *
     * @param languages in which there are words
     * @param set those of them that an administrator has written
     */
    @Schema(name = "MailTemplateSummary", description = "A mail, and the languages there are words in.")
    public record Summary(String name, List<String> places, List<String> languages, List<String> set) {}
}
