package eu.mpf.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperationIdsTest {

    @ParameterizedTest
    @CsvSource({
        "GET, /v1/calls, true, listCalls",
        "POST, /v1/calls, false, createCall",
        "GET, /v1/calls/{callId}, false, getCall",
        "PATCH, /v1/calls/{callId}, false, reviseCall",
        "POST, /v1/calls/{callId}/clarifications/{id}:answer, false, answerCallClarification",
        "GET, /v1/applications/{id}/consensus, false, getApplicationConsensus",
        "POST, /v1/applications/{id}/evaluations, false, createApplicationEvaluation",
        "PUT, /v1/committee-meetings/{id}/minutes, false, replaceCommitteeMeetingMinutes",
        "DELETE, /v1/applications/{id}/partners/{partnerId}, false, removeApplicationPartner",
        "POST, /v1/calls/{callId}/ranking:decide-tie, false, decideTieCallRanking",
        "POST, /v1/receipts:verify, false, verifyReceipts",
        "GET, /v1/event-series/{seriesId}, false, getEventSeries",
    })
    void namesFollowMethodAndPath(HttpMethod method, String path, boolean list, String name) {
        assertThat(OperationIds.of(method, path, list)).isEqualTo(name);
    }
}
