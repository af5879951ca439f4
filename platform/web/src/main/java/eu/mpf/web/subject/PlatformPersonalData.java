package eu.mpf.web.subject;

import static eu.mpf.web.subject.LegalBasis.CONTRACT;
import static eu.mpf.web.subject.LegalBasis.LEGAL_OBLIGATION;
import static eu.mpf.web.subject.LegalBasis.PUBLIC_TASK;
import static eu.mpf.web.subject.Regime.BY_RECORD;
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
                        "mail_outbox.failure",
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
                        "as long as what it proves",
                        "audit_entry.actor",
                        "audit_entry.before",
                        "audit_entry.after",
                        "audit_entry.reason",
                        "adjustment.changed_by",
                        "parked_action.acted_by",
                        "parked_action.reason",
                        "stored_file.uploaded_by",
                        "import_run.started_by")
                .accounts(
                        "audit_entry.actor",
                        "adjustment.changed_by",
                        "parked_action.acted_by",
                        "stored_file.uploaded_by",
                        "import_run.started_by")
                .kept(
                        "the audit trail is chained and cannot be changed: who did what, and why, is answered for",
                        "audit_entry.actor",
                        "audit_entry.before",
                        "audit_entry.after",
                        "audit_entry.reason")
                .kept(
                        "who changed or handed in what is answered for as long as it is there",
                        "adjustment.changed_by",
                        "parked_action.acted_by",
                        "parked_action.reason",
                        "stored_file.uploaded_by",
                        "import_run.started_by")
                .purpose(
                        "attachment",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "with the record it is attached to",
                        "stored_file.name",
                        "file_chunk.bytes")
                .kept(
                        "a document belongs to the record it was handed in with; who answers for the record takes it away or replaces it",
                        "stored_file.name",
                        "file_chunk.bytes")
                .purpose("file-access", PUBLIC_TASK, EUDPR, "1 year", "file_access.actor")
                .accounts("file_access.actor")
                .kept("who was given a file is answered for until the year is over", "file_access.actor")
                .purpose(
                        "data-protection",
                        LEGAL_OBLIGATION,
                        EUDPR,
                        "the export 14 days; that it was made, for good",
                        "subject_request.person_hash",
                        "subject_request.content")
                .kept(
                        "a keyed hash proves that the request was answered; the export itself goes",
                        "subject_request.person_hash")
                .purpose("repeated-requests", PUBLIC_TASK, EUDPR, "24 hours", "idempotent_answer.body")
                .kept(
                        "goes within 24 hours; until then a repeated request is not carried out twice",
                        "idempotent_answer.body")
                .without(
                        "code, key or kind of the platform",
                        "adjustment.kind",
                        "adjustment.name",
                        "audit_entry.roles",
                        "audit_entry.organisation",
                        "audit_entry.action",
                        "audit_entry.object_type",
                        "audit_entry.object_id",
                        "audit_entry.request_id",
                        "file_access.organisation",
                        "file_access.request_id",
                        "import_run.kind",
                        "import_run.scope",
                        "import_run.source",
                        "import_row.object_id",
                        "inbox_aggregate.consumer",
                        "inbox_aggregate.topic",
                        "inbox_aggregate.aggregate_id",
                        "inbox_event.consumer",
                        "mail_notice.digest",
                        "mail_notice.language",
                        "outbox_event.topic",
                        "outbox_event.aggregate_id",
                        "outbox_event.type",
                        "parked_action.topic",
                        "parked_action.aggregate_id",
                        "parked_action.event_type",
                        "parked_aggregate.topic",
                        "parked_aggregate.aggregate_id",
                        "parked_aggregate.event_type",
                        "provenance.object_type",
                        "provenance.object_id",
                        "retention_run.purpose",
                        "stored_file.owner_type",
                        "stored_file.owner_id",
                        "stored_file.media_type",
                        "stored_file.language")
                .without(
                        "hash or signature, and no way back from it",
                        "audit_entry.signature",
                        "audit_seal.hash",
                        "file_content.checksum",
                        "import_run.checksum",
                        "idempotent_answer.scope",
                        "idempotent_answer.request_hash")
                .without("says which occasion was told, by ids", "mail_outbox.dedup_key", "mail_notice.dedup_key")
                .without("finding of the virus scanner", "file_content.finding")
                .without(
                        "key of the row within a source of projects, organisations and code lists",
                        "import_row.row_key")
                .without("field, rule and what is wrong with it", "import_row.errors", "import_row.warnings")
                .without("error as the software words it", "parked_aggregate.reason")
                .without("media type, language and tag of an answer", "idempotent_answer.headers")
                .without("trace and identity of a message", "outbox_event.headers")
                .without(
                        "events hold no personal data: their schemas say so, and the story looks for it",
                        "outbox_event.payload")
                .without("value of a setting", "adjustment.value")
                .without("numbers", "subject_request.counts");
    }
}
