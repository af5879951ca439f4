package eu.mpf.calls.call.api;

import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallStatus;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.version.Versions;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A call as its readers see it. {@code edition} counts what was published and amended; 0 is a draft. */
@Schema(name = "Call")
public record CallView(
        UUID id,
        @Schema(examples = "MPF-2023-BORDERS-SECURITY") String key,
        CallStatus status,
        int edition,
        LocalizedText title,
        @Nullable Instant opensAt,
        @Nullable Instant deadlineAt,
        @Nullable Instant questionsUntilAt,
        @Nullable Instant publishedAt,
        List<String> depletedFunds,
        @Nullable String reason,

        @Schema(description = "The language whose version of the texts counts.", examples = "en")
        String bindingLanguage,

        CallTerms terms) {

    static Response answer(Call call) {
        return Response.ok(of(call)).tag(Versions.etag(call.version())).build();
    }

    static CallView of(Call call) {
        boolean draft = !call.isPublic();
        return new CallView(
                call.id(),
                call.key(),
                call.status(),
                call.edition(),
                call.terms().title(),
                call.opensAt(),
                call.deadlineAt(),
                draft ? null : call.terms().questionsUntilAt(),
                call.publishedAt(),
                call.depletedFunds(),
                call.reason(),
                call.terms().binding(),
                call.terms());
    }
}
