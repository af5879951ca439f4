package eu.mpf.gateway;

import static eu.mpf.web.subject.LegalBasis.LEGAL_OBLIGATION;
import static eu.mpf.web.subject.LegalBasis.PUBLIC_TASK;
import static eu.mpf.web.subject.Regime.BY_RECORD;

import eu.mpf.web.subject.PersonalFields;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The gateway's part of the register of personal data. */
class GatewayPersonalData {

    @Produces
    @Singleton
    PersonalFields fields() {
        return PersonalFields.none()
                .purpose(
                        "partner-access",
                        PUBLIC_TASK,
                        BY_RECORD,
                        "1 year after the client or webhook was given up",
                        "api_client.contact",
                        "api_client.name",
                        "api_client.owner",
                        "webhook.contact",
                        "webhook.description",
                        "webhook.owner",
                        "webhook.url")
                .accounts("api_client.owner", "webhook.owner")
                .kept(
                        "what a program did was done in the name of who registered it, and is answered for",
                        "api_client.name",
                        "api_client.owner",
                        "webhook.description",
                        "webhook.owner",
                        "webhook.url")
                .purpose(
                        "data-protection-file",
                        LEGAL_OBLIGATION,
                        BY_RECORD,
                        "5 years after the request was complete",
                        "data_subject_request.person_hash",
                        "data_subject_request.reason",
                        "data_subject_request.requested_by")
                .accounts("data_subject_request.requested_by")
                .kept(
                        "that and by whom a request was answered has to be proved; whom it was about is a keyed hash",
                        "data_subject_request.person_hash",
                        "data_subject_request.reason",
                        "data_subject_request.requested_by")
                .without(
                        "code, key, scope or kind",
                        "api_client.organisation",
                        "api_client.roles",
                        "api_client.scopes",
                        "api_key.prefix",
                        "api_key.scopes",
                        "change.source",
                        "change.type",
                        "change.subject",
                        "change.organisation",
                        "data_subject_answer.service",
                        "data_subject_request.services",
                        "rate_usage.client",
                        "signing_key.kid",
                        "webhook.organisation",
                        "webhook.types",
                        "webhook.roles",
                        "webhook_delivery.type",
                        "webhook_delivery.subject")
                .without(
                        "events hold no personal data: their schemas say so, and the story looks for it",
                        "change.data",
                        "webhook_delivery.body")
                .without("numbers", "data_subject_answer.counts", "data_subject_answer.kept")
                .without(
                        "key or secret of the platform",
                        "api_key.hash",
                        "feed.cursor_key",
                        "signing_key.jwk",
                        "webhook.secret",
                        "webhook.previous_secret")
                .without("which events are wanted", "webhook.filter")
                .without("how a receiver answered, in the words of the software", "webhook_attempt.failure");
    }
}
