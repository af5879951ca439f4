package eu.mpf.calls;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Sql;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** While two releases run side by side, this one meets rows that the newer has written. */
@MpfTest
@Tag("E-22")
class NewerRowsTest {

    @Test
    void whatItDoesNotKnowWithinAValueIsPassedBy() {
        String call = Calling.openCall(Calling.terms());
        Sql.execute("""
                UPDATE call SET terms = terms || '{"addedLater": {"by": "a newer release"}}'
                    || jsonb_build_object('scope', COALESCE(terms -> 'scope', '{}') || '{"addedLater": true}')
                WHERE id = ?::uuid""", call);
        Api.anonymous()
                .get("/v1/calls/" + call)
                .then()
                .statusCode(200)
                .body("terms.title.en", equalTo("Borders and security"));
        Api.anonymous()
                .queryParam("pageSize", 200)
                .get("/v1/calls")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(call));
        Api.anonymous()
                .accept("text/csv")
                .get("/v1/calls")
                .then()
                .statusCode(200)
                .body(containsString(call));
    }

    @Test
    void aValueItDoesNotKnowIsAReasonToTryAgainNotTheClientsFault() {
        String call = Calling.openCall(Calling.terms());
        String known = Sql.value(String.class, "SELECT terms ->> 'deadlineModel' FROM call WHERE id = ?::uuid", call);
        deadlineModel(call, "WHENEVER");
        try {
            Api.anonymous()
                    .get("/v1/calls/" + call)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("code", equalTo("unavailable"));
        } finally {
            deadlineModel(call, known); // the lists of other tests hold this call, too
        }
    }

    private static void deadlineModel(String call, String value) {
        Sql.execute(
                "UPDATE call SET terms = jsonb_set(terms, '{deadlineModel}', to_jsonb(?::text)) WHERE id = ?::uuid",
                value,
                call);
    }
}
