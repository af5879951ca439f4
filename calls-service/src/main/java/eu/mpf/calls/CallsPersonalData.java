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
                        "5 years after the call, if no grant came of it",
                        "application.content",
                        "application.decision",
                        "application.eligibility",
                        "application.partners",
                        "application.steps",
                        "application_contact.address",
                        "application_contact.name",
                        "application_contact.person_hash",
                        "application_contact.subject",
                        "application_opening.subject",
                        "call_notice.after_address",
                        "clarification_request.question",
                        "clarification_request.items",
                        "clarification_request.answer",
                        "clarification_request.asked_by",
                        "submission.content")
                .accounts(
                        "application_contact.subject", "application_opening.subject", "clarification_request.asked_by")
                .kept(
                        "what was applied for, and what was asked about it, is what a decision rests on; an applicant corrects a draft",
                        "application.content",
                        "application.decision",
                        "application.eligibility",
                        "application.partners",
                        "application.steps",
                        "submission.content",
                        "clarification_request.question",
                        "clarification_request.items",
                        "clarification_request.answer")
                .kept(
                        "who opened and questioned an application is part of a procedure that can be challenged",
                        "application_opening.subject",
                        "clarification_request.asked_by")
                .purpose(
                        "clarification",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "with the call; who asked, 1 year after its deadline",
                        "clarification.asked_by",
                        "clarification.question",
                        "clarification.question_text",
                        "clarification.answer",
                        "clarification.answer_text")
                .accounts("clarification.asked_by")
                .kept(
                        "published to all applicants alike, without who asked",
                        "clarification.question",
                        "clarification.question_text",
                        "clarification.answer",
                        "clarification.answer_text")
                .purpose(
                        "saved-search",
                        CONSENT,
                        BY_RECORD,
                        "until it is deleted",
                        "saved_search.address",
                        "saved_search.name",
                        "saved_search.person_hash",
                        "saved_search.q",
                        "saved_search.subject")
                .accounts("saved_search.subject")
                .purpose(
                        "award",
                        LEGAL_OBLIGATION,
                        BY_RECORD,
                        "10 years after the award procedure; as long as a grant is open",
                        "committee_meeting.members",
                        "committee_meeting.minutes",
                        "committee_vote.member",
                        "consensus.agreed_by",
                        "consensus.comment",
                        "consultation.advice",
                        "consultation.consultee",
                        "decision_letter.body",
                        "decision_letter.subject",
                        "decision_letter.issued_by",
                        "letter_batch.asked_by",
                        "letter_batch_item.detail",
                        "evaluation.comments",
                        "evaluation.conflict",
                        "evaluation.evaluator",
                        "grant_agreement.conditions",
                        "grant_agreement.reason",
                        "review_request.closed_by",
                        "review_request.filed_by",
                        "review_request.grounds",
                        "review_request.reasons",
                        "tie_decision.decided_by",
                        "tie_decision.reason",
                        "voided_consensus.agreed_by",
                        "voided_consensus.comment",
                        "voided_evaluation.comments",
                        "voided_evaluation.evaluator")
                .accounts(
                        "committee_vote.member",
                        "consensus.agreed_by",
                        "consultation.consultee",
                        "decision_letter.issued_by",
                        "letter_batch.asked_by",
                        "evaluation.evaluator",
                        "review_request.closed_by",
                        "review_request.filed_by",
                        "tie_decision.decided_by",
                        "voided_consensus.agreed_by",
                        "voided_evaluation.evaluator")
                .kept(
                        "who evaluated, advised, voted and signed is part of a procedure that can be challenged",
                        "committee_meeting.members",
                        "committee_vote.member",
                        "consensus.agreed_by",
                        "consultation.consultee",
                        "decision_letter.issued_by",
                        "letter_batch.asked_by",
                        "evaluation.evaluator",
                        "review_request.closed_by",
                        "review_request.filed_by",
                        "tie_decision.decided_by",
                        "voided_consensus.agreed_by",
                        "voided_evaluation.evaluator")
                .kept(
                        "the words of a decision, and those it rests on, are its reasons, and a letter is what the applicant was told",
                        "committee_meeting.minutes",
                        "consensus.comment",
                        "consultation.advice",
                        "decision_letter.body",
                        "decision_letter.subject",
                        "letter_batch_item.detail",
                        "evaluation.comments",
                        "evaluation.conflict",
                        "grant_agreement.conditions",
                        "grant_agreement.reason",
                        "review_request.grounds",
                        "review_request.reasons",
                        "tie_decision.reason",
                        "voided_consensus.comment",
                        "voided_evaluation.comments")
                .purpose(
                        "consultation-contact",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "1 year after the advice was due",
                        "consultation.contact",
                        "consultation.contact_hash")
                .without(
                        "code from a list, key, reference, language or currency",
                        "application.reference",
                        "application.call_key",
                        "application.organisation",
                        "application.status",
                        "application.fund",
                        "application.lot",
                        "application.told",
                        "application.currency",
                        "application_attachment.kind",
                        "application_contact.language",
                        "call.key",
                        "call.told_status",
                        "call_notice.occasion",
                        "clarification.language",
                        "consensus.stage",
                        "consultation.body",
                        "consultation.kind",
                        "consultation.opinion",
                        "consultation.language",
                        "decision_letter.reference",
                        "decision_letter.organisation",
                        "decision_letter.kind",
                        "decision_letter.language",
                        "evaluation.stage",
                        "fund_balance.fund",
                        "fund_balance.lot",
                        "fund_balance.currency",
                        "grant_agreement.reference",
                        "grant_agreement.call_key",
                        "grant_agreement.organisation",
                        "grant_agreement.fund",
                        "grant_agreement.lot",
                        "grant_agreement.currency",
                        "grant_agreement.project_code",
                        "letter_batch_item.reference",
                        "letter_batch_item.code",
                        "organisation.code",
                        "organisation.kind",
                        "organisation.country",
                        "review_request.reference",
                        "review_request.organisation",
                        "review_request.status",
                        "saved_search.status",
                        "saved_search.fund",
                        "saved_search.region",
                        "saved_search.language",
                        "saved_search.theme",
                        "saved_search.country",
                        "saved_search.applicant_kind",
                        "submission.stage",
                        "tie_decision.stage",
                        "voided_consensus.stage",
                        "voided_evaluation.stage",
                        "voided_evaluation.status")
                .without("name of an organisation", "organisation.name")
                .without(
                        "terms of a call, published to all",
                        "call.terms",
                        "call.words",
                        "call.depleted_funds",
                        "call.reason",
                        "call_edition.terms",
                        "call_edition.reason",
                        "call_edition.corrections",
                        "call_notice.facts")
                .without(
                        "title and order of business of a meeting",
                        "committee_meeting.title",
                        "committee_meeting.agenda")
                .without(
                        "marks, without who gave them or why",
                        "consensus.marks",
                        "evaluation.marks",
                        "voided_consensus.marks",
                        "voided_evaluation.marks")
                .without("action of an organisation, as it goes into the portfolio", "grant_agreement.action")
                .without("hash or signature, and no way back from it", "submission.content_hash", "submission.receipt")
                .without("key of the service", "receipt_key.kid", "receipt_key.public_key", "receipt_key.private_key");
    }
}
