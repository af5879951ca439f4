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
                .accounts("registration.subject")
                .kept("which consent was given, to which wording, is proved without a name", "registration.consent")
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
                        "as long as the public record of the event, see ADR 14",
                        "person.honorific",
                        "person.key",
                        "person.name",
                        "person.names",
                        "person.search_key",
                        "contribution.honorific",
                        "contribution.name",
                        "contribution.post",
                        "contribution.unit",
                        "programme_version.programme",
                        "synopsis.content")
                .kept(
                        "who spoke at a public event is in its published programme; on an objection the event manager takes the name out",
                        "person.honorific",
                        "person.key",
                        "person.name",
                        "person.names",
                        "person.search_key",
                        "contribution.honorific",
                        "contribution.name",
                        "contribution.post",
                        "contribution.unit",
                        "programme_version.programme",
                        "synopsis.content")
                .purpose(
                        "proceedings",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "as long as the public record of the event",
                        "event.summary",
                        "event.title",
                        "event_series.description",
                        "material.title",
                        "minutes.points",
                        "minutes.text",
                        "positioning_exercise.outcome",
                        "position.note",
                        "question.answer",
                        "question.reason",
                        "session.feedback_note",
                        "session.question_topics",
                        "session.summary",
                        "session.title",
                        "announcement.reason")
                .kept(
                        "somebody answers for the words: where they name the person is listed for them, who take it out or say why it stays",
                        "event.summary",
                        "event.title",
                        "event_series.description",
                        "material.title",
                        "minutes.points",
                        "minutes.text",
                        "positioning_exercise.outcome",
                        "position.note",
                        "question.answer",
                        "question.reason",
                        "session.feedback_note",
                        "session.question_topics",
                        "session.summary",
                        "session.title",
                        "announcement.reason")
                .purpose(
                        "voices",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "as long as the record of the event; names in them are withheld at an erasure",
                        "question.text",
                        "session_feedback.comments",
                        "session_feedback.shown_comments")
                .purpose(
                        "one-voice-each",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "keyed hashes, as long as any data of those registered",
                        "question_vote.voter",
                        "feedback_giver.giver")
                .without(
                        "code from a list, key, category, language or time zone",
                        "building_access.key_id",
                        "contribution.role",
                        "contribution.organisation_code",
                        "contribution.project_code",
                        "contribution.type_code",
                        "event.key",
                        "event.country",
                        "event.time_zone",
                        "event.audience",
                        "event.binding_language",
                        "event_retention.purpose",
                        "event_series.key",
                        "invitation.category",
                        "invitation.language",
                        "known_call.key",
                        "known_call.call_id",
                        "known_call.status",
                        "known_call.funds",
                        "known_organisation.code",
                        "known_organisation.organisation_id",
                        "known_project.code",
                        "known_project.project_id",
                        "known_project.status",
                        "known_project.lead_organisation",
                        "known_project.partners",
                        "known_project.standing",
                        "known_typology.typology_id",
                        "known_typology.types",
                        "material.kind",
                        "name_mention.kind",
                        "position.project_code",
                        "position.project_id",
                        "position.means",
                        "programme_version.what",
                        "registration.category",
                        "registration.language",
                        "seat_counter.category",
                        "session.key",
                        "session.block",
                        "session.kind",
                        "session.time_zone",
                        "session.call_key",
                        "session.project_codes",
                        "session.languages",
                        "session.interpretation",
                        "synopsis.language")
                .without(
                        "name of an organisation, a project, a call, a series or a place",
                        "contribution.organisation_name",
                        "event.place",
                        "event_series.name",
                        "known_call.title",
                        "known_organisation.name",
                        "known_project.title",
                        "known_project.acronym")
                .without(
                        "blocks, limits and rules of an event", "event.blocks", "event.category_limits", "event.policy")
                .without("questions asked of everybody who registers", "registration_form.questions")
                .without("code of the organisation that positioned its project", "position.positioned_by")
                .without("room of a conference, the same for all", "join_link.url")
                .without("place within a text, without the text", "name_mention.pointer")
                .without("how often each score was given", "session_feedback.scores", "session_feedback.shown_scores");
    }
}
