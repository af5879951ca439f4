package eu.mpf.calls.exchange;

import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call as it is handed to others. {@code updatedAt} is when its present edition came into force. */
public record PublishedCall(
        UUID id,
        String key,
        CallStatus status,
        int edition,
        @Nullable Instant opensAt,
        @Nullable Instant deadlineAt,
        Instant createdAt,
        @Nullable Instant publishedAt,
        Instant updatedAt,
        CallTerms terms) {

    public String title() {
        return english(terms.title());
    }

    /** The summary, or the title where there is none. */
    public String description() {
        LocalizedText summary = terms.summary();
        return summary == null || summary.values().isEmpty() ? title() : english(summary);
    }

    private static String english(LocalizedText text) {
        return text.get(List.of(Locale.ENGLISH));
    }
}
