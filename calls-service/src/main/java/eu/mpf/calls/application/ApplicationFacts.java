package eu.mpf.calls.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.mpf.messaging.OutgoingEvent;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What every event of an application carries. Nothing of its content: it is confidential.
 *
 * @param decision in what tells of the decision, and nowhere else: the organisation is told of the other events at once, and
 *     of the decision by letter
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ApplicationFacts(
        UUID applicationId,
        String reference,
        UUID callId,
        String callKey,
        String leadOrganisation,
        @Nullable String fund,
        ApplicationStatus status,
        @Nullable Instant submittedAt,
        Decision.@Nullable Outcome decision) {

    static final String TOPIC = "mpf.calls.application.v1";

    static OutgoingEvent event(Application application, ApplicationEvent event) {
        Decision decision = event == ApplicationEvent.DECIDED ? application.decision() : null;
        ApplicationFacts facts = new ApplicationFacts(
                application.id(),
                application.reference(),
                application.callId(),
                application.callKey(),
                application.organisation(),
                application.fund(),
                application.status(),
                application.submittedAt(),
                decision == null ? null : decision.outcome());
        return new OutgoingEvent(TOPIC, event.type(), application.id().toString(), application.version(), facts);
    }
}
