package eu.mpf.gateway.subject.api;

import eu.mpf.gateway.subject.RequestKind;
import eu.mpf.gateway.subject.SubjectRequest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A request and how far it is. */
@Schema(name = "DataSubjectRequest")
public record SubjectRequestView(
        UUID id,
        RequestKind kind,
        State state,
        @Nullable String reason,

        @Schema(description = "Services that have not answered yet.")
        List<String> waitingFor,

        List<AnswerView> answers,

        @Schema(
                description =
                        "Names asked about: accounts and addresses, those given and those that records prove to be of"
                                + " the same person.")
        int names,

        Instant createdAt,
        @Nullable Instant completedAt,

        @Schema(description = "Until when the archive of a complete export can be fetched.") @Nullable
        Instant archiveUntil) {

    /** Whether every service has answered. */
    public enum State {
        RUNNING,
        COMPLETED
    }

    /** What one service did. */
    @Schema(name = "DataSubjectAnswer")
    public record AnswerView(
            String service,

            @Schema(
                    description =
                            "Records found or erased, by kind. One that is held under two names of the person counts"
                                    + " under each.")
            Map<String, Integer> counts,

            @Schema(description = "Records that must be kept by law, by kind.")
            Map<String, Integer> kept,

            Instant answeredAt) {}

    static SubjectRequestView of(SubjectRequest request, Optional<Instant> archiveUntil) {
        List<AnswerView> answers = request.services().stream()
                .flatMap(service -> request.answer(service).stream())
                .map(answer -> new AnswerView(answer.service(), answer.counts(), answer.kept(), answer.answeredAt()))
                .toList();
        List<String> answered = answers.stream().map(AnswerView::service).toList();
        return new SubjectRequestView(
                request.id(),
                request.kind(),
                request.completed() ? State.COMPLETED : State.RUNNING,
                request.reason(),
                request.services().stream()
                        .filter(name -> !answered.contains(name))
                        .toList(),
                answers,
                request.all().size(),
                request.createdAt(),
                request.completedAt(),
                archiveUntil.orElse(null));
    }
}
