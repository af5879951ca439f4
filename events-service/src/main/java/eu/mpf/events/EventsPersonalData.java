package eu.mpf.events;

import static eu.mpf.web.subject.LegalBasis.PUBLIC_TASK;
import static eu.mpf.web.subject.Regime.BY_RECORD;

import eu.mpf.web.subject.PersonalFields;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where this service's tables hold personal data, and why. */
class EventsPersonalData {

    @Produces
    @Singleton
    PersonalFields personalFields() {
        return PersonalFields.none()
                .purpose(
                        "registration",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "2 years after the event",
                        "invitation.address",
                        "invitation.address_hash",
                        "invitation.name",
                        "registration.address",
                        "registration.address_hash",
                        "registration.answers",
                        "registration.name",
                        "registration.organisation",
                        "registration.subject",
                        "registration.consent",
                        "registration.reason")
                .purpose(
                        "building-access",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "days after the event, encrypted until then",
                        "building_access.sealed")
                .purpose(
                        "programme",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "as long as the public record of the event; the rest is blanked on request, see ADR 14",
                        "person.honorific",
                        "person.name",
                        "person.names",
                        "person.search_key",
                        "contribution.honorific",
                        "contribution.name",
                        "contribution.post",
                        "programme_version.programme",
                        "synopsis.content",
                        "minutes.points")
                .purpose(
                        "one-voice-each",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "keyed hashes, as long as any data of those registered",
                        "question_vote.voter",
                        "feedback_giver.giver")
                .without(
                        "event.audience",
                        "event.binding_language",
                        "event.blocks",
                        "event.category_limits",
                        "event.policy",
                        "event.summary",
                        "event.title",
                        "event_retention.people",
                        "event_series.description",
                        "event_series.name",
                        "known_call.funds",
                        "known_call.title",
                        "known_project.partners",
                        "known_project.title",
                        "known_typology.types",
                        "material.title",
                        "material.title",
                        "position.means",
                        "position.positioned_by",
                        "positioning_exercise.outcome",
                        "registration_form.questions",
                        "session.feedback_note",
                        "session.interpretation",
                        "session.languages",
                        "session.project_codes",
                        "session.question_topics",
                        "session.summary",
                        "session.title",
                        "session_feedback.comments",
                        "session_feedback.scores",
                        "session_feedback.shown_comments",
                        "session_feedback.shown_scores");
    }
}
