package eu.mpf.projects;

import static eu.mpf.web.subject.LegalBasis.LEGAL_OBLIGATION;
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
                        "snapshot.taken_by")
                .without(
                        "code_list.title",
                        "code_list_entry.names",
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
