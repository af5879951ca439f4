package eu.mpf.calls;

import static eu.mpf.web.subject.LegalBasis.CONSENT;
import static eu.mpf.web.subject.LegalBasis.LEGAL_OBLIGATION;
import static eu.mpf.web.subject.LegalBasis.PUBLIC_TASK;
import static eu.mpf.web.subject.Regime.BY_RECORD;

import eu.mpf.web.subject.PersonalFields;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where this service's tables hold personal data, and why. */
class CallsPersonalData {

    @Produces
    @Singleton
    PersonalFields personalFields() {
        return PersonalFields.none()
                .purpose(
                        "application",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "with the application",
                        "application.content",
                        "application.steps",
                        "application_contact.address",
                        "application_contact.name",
                        "application_contact.person_hash",
                        "application_contact.subject",
                        "call_notice.after_address",
                        "clarification.asked_by")
                .purpose(
                        "saved-search",
                        CONSENT,
                        BY_RECORD,
                        "until it is deleted",
                        "saved_search.address",
                        "saved_search.person_hash",
                        "saved_search.subject")
                .purpose(
                        "award",
                        LEGAL_OBLIGATION,
                        BY_RECORD,
                        "with the award procedure; not erased on request",
                        "application_opening.subject",
                        "clarification_request.asked_by",
                        "committee_meeting.members",
                        "consensus.agreed_by",
                        "consultation.consultee",
                        "consultation.contact",
                        "consultation.contact_hash",
                        "decision_letter.issued_by",
                        "letter_batch.asked_by",
                        "decision_letter.subject",
                        "evaluation.comments",
                        "evaluation.conflict",
                        "evaluation.evaluator",
                        "review_request.closed_by",
                        "review_request.filed_by",
                        "tie_decision.decided_by",
                        "voided_consensus.agreed_by",
                        "voided_evaluation.comments",
                        "voided_evaluation.evaluator")
                .without(
                        "application.decision",
                        "application.eligibility",
                        "application.partners",
                        "call.depleted_funds",
                        "call.terms",
                        "call_edition.corrections",
                        "call_edition.terms",
                        "call_notice.facts",
                        "clarification_request.items",
                        "committee_meeting.agenda",
                        "consensus.marks",
                        "evaluation.marks",
                        "grant_agreement.action",
                        "grant_agreement.conditions",
                        "voided_consensus.marks",
                        "voided_evaluation.marks");
    }
}
