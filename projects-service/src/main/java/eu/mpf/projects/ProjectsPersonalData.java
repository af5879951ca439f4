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
                        "as long as the record of the project; not erased on request",
                        "classification.decided_by",
                        "project_version.recorded_by",
                        "published_value.recorded_by",
                        "snapshot.taken_by",
                        "visibility_check.checked_by")
                .purpose(
                        "reporting",
                        PUBLIC_TASK,
                        EUDPR,
                        "with the project's reporting",
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
                        "code_list.title",
                        "code_list_entry.names",
                        "document.details",
                        "indicator.details",
                        "organisation.identifiers",
                        "organisation.names",
                        "organisation.succeeded_by",
                        "presentation.event_title",
                        "presentation.session_title",
                        "project.details",
                        "project_version.details",
                        "published_value.reading",
                        "snapshot.criteria",
                        "snapshot.figures",
                        "snapshot.title",
                        "snapshot_project.classifications",
                        "typology.mappings",
                        "typology.types");
    }
}
