package eu.mpf.calls.call.api;

import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.DeadlineModel;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A call in a list. */
public record CallSummary(
        UUID id,
        String key,
        LocalizedText title,
        CallStatus status,
        DeadlineModel deadlineModel,
        int edition,
        @Nullable Instant opensAt,
        @Nullable Instant deadlineAt,
        List<String> funds,
        List<String> regions,
        List<String> themes,
        List<String> countries,
        List<String> applicantKinds,
        String bindingLanguage) {}
