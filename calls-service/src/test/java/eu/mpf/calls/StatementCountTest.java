package eu.mpf.calls;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.etag;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.terms;
import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.SqlStatements;
import io.restassured.specification.RequestSpecification;
import org.junit.jupiter.api.Test;

/** How many statements a request costs, so that a query per row cannot creep in. A write's BEGIN and COMMIT count too. */
@MpfTest
class StatementCountTest {

    @Test
    void aReadIsOneStatementAndAListIsOneWhateverItsLength() {
        String call = openCall(terms());
        String application = draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        draft("applicant-lv", call, content("BMVI", "200000.00", "190000.00"));
        assertThat(get(Api.anonymous(), "/v1/calls/" + call)).as("call").isEqualTo(1);
        assertThat(get(Api.as("applicant-lv"), "/v1/applications/" + application))
                .as("application, and whom the connection serves where that changed")
                .isBetween(1, 2);
        assertThat(get(Api.anonymous(), "/v1/calls?pageSize=50")).as("calls").isEqualTo(1);
        assertThat(get(Api.as("applicant-lv"), "/v1/applications?pageSize=50"))
                .as("applications")
                .isBetween(1, 2);
        assertThat(get(Api.anonymous(), "/v1/calls/" + call + "/funds"))
                .as("funds")
                .isEqualTo(2);
    }

    @Test
    void aWriteCostsItsRowItsAuditEntryAndItsEvent() {
        String application = draft("applicant-lv", openCall(terms()), content("BMVI", "200000.00", "190000.00"));
        String path = "/v1/applications/" + application;
        String first = etag("applicant-lv", path);
        int save = SqlStatements.during(() -> Api.as("applicant-lv")
                .contentType("application/merge-patch+json")
                .header("If-Match", first)
                .body("{\"content\":{\"acronym\":\"SAVED\"}}")
                .patch(path)
                .then()
                .statusCode(200));
        String second = etag("applicant-lv", path);
        int submit = SqlStatements.during(() -> as("applicant-lv")
                .header("If-Match", second)
                .post(path + ":submit")
                .then()
                .statusCode(200));
        // load, update, audit; BEGIN and COMMIT
        // and, where the connection served somebody else before, whom it serves now
        assertThat(save).as("autosave").isLessThanOrEqualTo(6);
        // application, call with its clock, organisations; submission, update, event, audit, one more; BEGIN and COMMIT
        assertThat(submit).as("submit").isLessThanOrEqualTo(12);
    }

    private static int get(RequestSpecification request, String path) {
        request.get(path).then().statusCode(200);
        return SqlStatements.during(() -> request.get(path).then().statusCode(200));
    }
}
