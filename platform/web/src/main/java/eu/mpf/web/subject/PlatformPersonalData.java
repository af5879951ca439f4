package eu.mpf.web.subject;

import static eu.mpf.web.subject.LegalBasis.CONTRACT;
import static eu.mpf.web.subject.LegalBasis.LEGAL_OBLIGATION;
import static eu.mpf.web.subject.LegalBasis.PUBLIC_TASK;
import static eu.mpf.web.subject.Regime.EUDPR;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Personal data in the tables that every service has from the platform. */
class PlatformPersonalData {

    @Produces
    @Singleton
    PersonalFields platform() {
        return PersonalFields.none()
                .purpose(
                        "mail",
                        CONTRACT,
                        EUDPR,
                        "90 days after it was sent or given up",
                        "mail_outbox.recipient",
                        "mail_outbox.subject",
                        "mail_outbox.body",
                        "mail_outbox.attachments",
                        "mail_outbox.person_hash",
                        "mail_notice.recipient",
                        "mail_notice.line",
                        "mail_notice.person_hash",
                        "mail_refused_address.address",
                        "mail_refused_address.person_hash")
                .purpose(
                        "accountability",
                        LEGAL_OBLIGATION,
                        EUDPR,
                        "as long as what it proves; not erased on request",
                        "audit_entry.actor",
                        "audit_entry.before",
                        "audit_entry.after",
                        "adjustment.changed_by",
                        "parked_action.acted_by",
                        "stored_file.uploaded_by",
                        "import_run.started_by")
                .purpose("file-access", PUBLIC_TASK, EUDPR, "1 year", "file_access.actor")
                .purpose(
                        "data-protection",
                        LEGAL_OBLIGATION,
                        EUDPR,
                        "the export 14 days; that it was made, for good",
                        "subject_request.person_hash",
                        "subject_request.content")
                .purpose("repeated-requests", PUBLIC_TASK, EUDPR, "24 hours", "idempotent_answer.body")
                .without(
                        "adjustment.value",
                        "idempotent_answer.headers",
                        "import_row.errors",
                        "import_row.warnings",
                        "outbox_event.headers",
                        "outbox_event.payload",
                        "subject_request.counts");
    }
}
