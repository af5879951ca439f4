package eu.mpf.calls.exchange;

import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.web.value.BindingLanguage;
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
        return terms.title().get(languages());
    }

    /** The summary, or the title where there is none. */
    public String description() {
        LocalizedText summary = terms.summary();
        return summary == null || summary.values().isEmpty() ? title() : summary.get(languages());
    }

    /** In which the title is told. */
    public String language() {
        return terms.title().language(languages());
    }

    /** English, else the binding language of the call. */
    private List<Locale> languages() {
        return BindingLanguage.after(List.of(Locale.ENGLISH), terms.binding());
    }
}
