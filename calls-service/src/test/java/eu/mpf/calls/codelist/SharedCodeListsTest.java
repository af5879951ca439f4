package eu.mpf.calls.codelist;

import static eu.mpf.calls.Calling.as;
import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.newKey;
import static eu.mpf.calls.Calling.terms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Lists that all services share are kept by projects-service; here they are followed. */
@MpfTest
@Tag("X22")
class SharedCodeListsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String THEMES = "/v1/admin/code-lists/calls/themes";

    private static Map<String, ?> theme(String code, String alias) {
        return Map.of(
                "code", code, "names", Map.of("en", "Theme " + code), "aliases", List.of(alias), "retired", false);
    }

    private static List<Map<String, ?>> entries() {
        return Api.as("administrator")
                .get(THEMES)
                .then()
                .statusCode(200)
                .extract()
                .path("entries");
    }

    private static int version() {
        return Api.as("administrator").get(THEMES).path("version");
    }

    private static void tell(UUID id, int version, List<Map<String, ?>> entries) throws JsonProcessingException {
        new KafkaProbe()
                .send(
                        "mpf.projects.code-list.v1",
                        "themes",
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", id.toString(),
                                "ce_source", "/projects-service",
                                "ce_type", "eu.mpf.projects.code-list.changed.v1",
                                "ce_subject", "themes",
                                "ce_time", "2026-01-01T00:00:00.000Z",
                                "ce_sequence", Integer.toString(version),
                                "content-type", "application/json"),
                        JSON.writeValueAsBytes(Map.of(
                                "name",
                                "themes",
                                "version",
                                version,
                                "title",
                                Map.of("en", "Themes"),
                                "entries",
                                entries)));
    }

    private static void awaitVersion(int version) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> version() == version);
    }

    private static String about(String theme) {
        return terms().replace("\"timeZone\"", "\"scope\": {\"themes\": [\"" + theme + "\"]}, \"timeZone\"");
    }

    @Test
    void aCodeAddedWhereTheListIsKeptIsTakenHereWhateverComesTwiceOrLate() throws JsonProcessingException {
        String code = "theme-" + UUID.randomUUID().toString().substring(0, 8);
        as("programme-officer")
                .body("{\"key\": \"%s\", \"terms\": %s}".formatted(newKey(), about(code)))
                .post("/v1/calls")
                .then()
                .statusCode(400)
                .body("errors.pointer", contains("/terms/scope/themes/0"));
        List<Map<String, ?>> before = entries();
        int version = version();
        List<Map<String, ?>> more = new ArrayList<>(before);
        more.add(theme(code, "Alias of " + code));
        UUID event = UUID.randomUUID();
        tell(event, version + 2, more);
        awaitVersion(version + 2);
        draftCall(about("alias OF " + code)).then().body("terms.scope.themes", contains(code));

        // Twice on the wire, told anew, and one that was overtaken: all of them before a last one in the same order.
        tell(event, version + 2, more);
        tell(UUID.randomUUID(), version + 2, more);
        tell(UUID.randomUUID(), version + 1, before);
        List<Map<String, ?>> last = new ArrayList<>(more);
        last.add(theme(code + "-too", "Another of " + code));
        tell(UUID.randomUUID(), version + 3, last);
        awaitVersion(version + 3);
        draftCall(about(code)).then().body("terms.scope.themes", contains(code));
        assertThat(entries()).hasSameSizeAs(last);
    }

    @Test
    void aSharedListIsNotChangedHere() {
        int version = version();
        Api.as("administrator")
                .header("If-Match", Api.as("administrator").get(THEMES).header("ETag"))
                .contentType(ContentType.JSON)
                .body(Map.of("names", Map.of("en", "Own theme")))
                .put(THEMES + "/entries/own-theme")
                .then()
                .statusCode(409)
                .body("code", equalTo("kept-elsewhere"))
                .body("detail", containsString("/v1/admin/code-lists/projects/themes"));
        assertThat(version()).isEqualTo(version);
    }
}
