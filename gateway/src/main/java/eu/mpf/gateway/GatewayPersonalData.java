package eu.mpf.gateway;

import eu.mpf.web.subject.LegalBasis;
import eu.mpf.web.subject.PersonalFields;
import eu.mpf.web.subject.Regime;
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
                        LegalBasis.PUBLIC_TASK,
                        Regime.BY_RECORD,
                        "while the client or webhook exists",
                        "api_client.owner",
                        "api_client.contact",
                        "webhook.owner",
                        "webhook.contact")
                .purpose(
                        "data-protection",
                        LegalBasis.PUBLIC_TASK,
                        Regime.BY_RECORD,
                        "with the file of the request",
                        "data_subject_request.person_hash",
                        "data_subject_request.requested_by")
                .without(
                        "webhook.filter",
                        "webhook.claimed_by",
                        "webhook_delivery.subject",
                        "change.subject",
                        "change.data",
                        "signing_key.jwk",
                        "data_subject_answer.counts",
                        "data_subject_answer.kept");
    }
}
