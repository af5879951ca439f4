package eu.mpf.projects;

import static eu.mpf.web.subject.LegalBasis.LEGAL_OBLIGATION;
import static eu.mpf.web.subject.LegalBasis.PUBLIC_TASK;
import static eu.mpf.web.subject.Regime.EUDPR;

import eu.mpf.web.subject.PersonalFields;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where this service's tables hold personal data, and why. */
class ProjectsPersonalData {

    @Produces
    @Singleton
    PersonalFields personalFields() {
        return PersonalFields.none()
                .purpose(
                        "accountability",
                        LEGAL_OBLIGATION,
                        EUDPR,
                        "as long as the record of the project",
                        "classification.decided_by",
                        "classification.evidence",
                        "classification.note",
                        "document.details",
                        "measurement.note",
                        "payment.reason",
                        "project.status_reason",
                        "project_version.change_reason",
                        "project_version.recorded_by",
                        "project_version.status_reason",
                        "published_value.recorded_by",
                        "published_value.withdrawal_reason",
                        "published_value.withdrawn_by",
                        "recovery.note",
                        "recovery.reason",
                        "snapshot.taken_by",
                        "typology.note",
                        "visibility_check.checked_by",
                        "visibility_check.evidence_url",
                        "visibility_check.note")
                .accounts(
                        "classification.decided_by",
                        "project_version.recorded_by",
                        "published_value.recorded_by",
                        "published_value.withdrawn_by",
                        "snapshot.taken_by",
                        "visibility_check.checked_by")
                .kept(
                        "who decided or recorded what about public money is answered for",
                        "classification.decided_by",
                        "project_version.recorded_by",
                        "published_value.recorded_by",
                        "published_value.withdrawn_by",
                        "snapshot.taken_by",
                        "visibility_check.checked_by")
                .kept(
                        "why an official decided is part of the record of the project; it is to name nobody, and who answers for it takes a name out",
                        "classification.evidence",
                        "classification.note",
                        "document.details",
                        "measurement.note",
                        "payment.reason",
                        "project.status_reason",
                        "project_version.change_reason",
                        "project_version.status_reason",
                        "published_value.withdrawal_reason",
                        "recovery.note",
                        "recovery.reason",
                        "typology.note",
                        "visibility_check.evidence_url",
                        "visibility_check.note")
                .purpose(
                        "reporting",
                        PUBLIC_TASK,
                        EUDPR,
                        "5 years after the end of the action; an accepted report is published",
                        "report.content",
                        "report.reasons")
                .kept(
                        "a report is the account a beneficiary gives of public money; the beneficiary corrects it",
                        "report.content",
                        "report.reasons")
                .purpose(
                        "reporting-contact",
                        PUBLIC_TASK,
                        EUDPR,
                        "3 years after the end of the action",
                        "reporting_plan.contact",
                        "reporting_plan.contact_hash")
                .without(
                        "code from a list, key, reference or currency",
                        "classification.view",
                        "classification.means",
                        "classification.exercise_id",
                        "code_list_entry.code",
                        "code_list_entry.aliases",
                        "code_list.name",
                        "country_search_name.code",
                        "document.kind",
                        "document.visibility",
                        "indicator.code",
                        "organisation.code",
                        "organisation.kind",
                        "organisation.country",
                        "payment.kind",
                        "payment.status",
                        "payment.currency",
                        "payment.reference",
                        "presentation.project_id",
                        "presentation.project_code",
                        "presentation.event_id",
                        "presentation.event_key",
                        "presentation.session_id",
                        "presentation.type_code",
                        "project.code",
                        "project.kind",
                        "project.status",
                        "project.visibility",
                        "project.reference",
                        "project.lead_code",
                        "project.fund",
                        "project.themes",
                        "project.member_states",
                        "project.partner_countries",
                        "project.region",
                        "project.currency",
                        "project.application_id",
                        "project.call_id",
                        "project.call_key",
                        "project_account.currency",
                        "project_version.change",
                        "project_version.code",
                        "project_version.kind",
                        "project_version.status",
                        "project_version.visibility",
                        "project_version.lead_code",
                        "project_version.fund",
                        "project_version.themes",
                        "project_version.member_states",
                        "project_version.partner_countries",
                        "project_version.region",
                        "project_version.currency",
                        "project_version.predecessor",
                        "project_version.application_id",
                        "project_version.call_id",
                        "project_version.call_key",
                        "published_value.field",
                        "published_value.source",
                        "recovery.status",
                        "recovery.currency",
                        "recovery.reference",
                        "report.kind",
                        "report.status",
                        "reporting_plan.language",
                        "typology.status",
                        "visibility_check.item",
                        "visibility_check.state")
                .without(
                        "name of an organisation, a country, a project or an entry of a list",
                        "organisation.name",
                        "organisation.names",
                        "organisation.identifiers",
                        "organisation.search_text",
                        "code_list.title",
                        "code_list_entry.names",
                        "country_search_name.names",
                        "project.title",
                        "project.acronym",
                        "project.search_text",
                        "project.lead_search",
                        "project.bodies",
                        "project_version.title")
                .without(
                        "what is published of projects, which are actions of organisations",
                        "project.details",
                        "project_version.details",
                        "indicator.details",
                        "published_value.printed",
                        "published_value.reading")
                .without("title of an event or a session", "presentation.event_title", "presentation.session_title")
                .without(
                        "figures and how they were selected",
                        "snapshot.name",
                        "snapshot.title",
                        "snapshot.criteria",
                        "snapshot.figures",
                        "snapshot_project.classifications")
                .without("types of partnership", "typology.types", "typology.mappings");
    }
}
