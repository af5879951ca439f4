package eu.mpf.calls.application;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.content;
import static eu.mpf.calls.Calling.draft;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.patch;
import static eu.mpf.calls.Calling.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import eu.mpf.testkit.MpfTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@MpfTest
class DraftTraceTest {

    @Test
    @Tag("X11")
    @Tag("C26")
    void theTrailTellsThatADraftChangedAndWhereButNotWhatItSays() {
        String id = draft("applicant-lv", openCall(terms()), content("BMVI", "178512.92", "150000.00"));
        patch(
                        "applicant-lv",
                        "/v1/applications/" + id,
                        "{\"content\":{\"title\":{\"en\":\"Quietly kept plan\"},\"euShare\":{\"amount\":\"151234.56\",\"currency\":\"EUR\"}}}")
                .then()
                .statusCode(200);
        var entry = as("auditor")
                .queryParam("objectId", id)
                .queryParam("action", "application.edit")
                .get("/v1/audit/calls")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].after.changed", hasItems("/title", "/euShare"))
                .extract();
        assertThat(entry.<String>path("items[0].before.sha256"))
                .hasSize(64)
                .isNotEqualTo(entry.path("items[0].after.sha256"));
        String trail =
                as("auditor").queryParam("objectId", id).get("/v1/audit/calls").asString();
        assertThat(trail)
                .contains("application.create")
                .doesNotContain("Quietly", "151234.56", "178512.92", "150000.00");
    }
}
