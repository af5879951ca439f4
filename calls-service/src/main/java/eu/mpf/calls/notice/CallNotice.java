package eu.mpf.calls.notice;

import eu.mpf.web.value.LocalizedText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a call and that everybody who works on an application to it is told.
 *
 * @param occasion what happened, for example {@code AMENDED}
 * @param edition the edition of the call that is in force since then
 */
public record CallNotice(UUID id, UUID callId, String occasion, int edition, Facts facts) {

    /** What the mail says. */
    public record Facts(String key, LocalizedText title, String reason, List<Correction> corrections) {}

    /** A line of a corrigendum. */
    public record Correction(String section, @Nullable Integer page, String was, String is) {}
}
