package eu.mpf.projects.codelist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.EventSchemas;
import eu.mpf.testkit.KafkaProbe;
import eu.mpf.testkit.MpfTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** This service keeps the lists that all share, and tells the others of every version. */
@MpfTest
@Tag("X22")
class SharedCodeListsTest {

    private static final String TOPIC = "mpf.projects.code-list.v1";

    private static Response put(String list, String code, Map<String, ?> body) {
        String path = "/v1/admin/code-lists/projects/" + list;
        return Api.as("administrator")
                .header("If-Match", Api.as("administrator").get(path).header("ETag"))
                .contentType(ContentType.JSON)
                .body(body)
                .put(path + "/entries/" + code);
    }

    @Test
    void everyVersionIsToldWhole() {
        int version = put("funds", "KEPT-1", Map.of("names", Map.of("en", "Fund kept here"), "aliases", List.of("FKH")))
                .then()
                .statusCode(200)
                .extract()
                .path("version");
        var event = new KafkaProbe()
                .await(
                        TOPIC,
                        each -> each.data().path("name").asText().equals("funds")
                                && each.data().path("version").asInt() == version);
        EventSchemas.validate(event);
        assertThat(codes(event.data())).contains("BMVI", "ISF", "KEPT-1");

        put("funds", "KEPT-1", Map.of("names", Map.of("en", "Fund kept here"), "retired", true))
                .then()
                .statusCode(200);
        var next = new KafkaProbe()
                .await(
                        TOPIC,
                        each -> each.data().path("name").asText().equals("funds")
                                && each.data().path("version").asInt() == version + 1);
        assertThat(StreamSupport.stream(next.data().path("entries").spliterator(), false)
                        .filter(entry -> entry.path("retired").asBoolean())
                        .map(entry -> entry.path("code").asText()))
                .containsExactly("KEPT-1");
    }

    @Test
    void whatIsRefusedAndWhatIsThisServicesOwnIsToldToNobody() {
        put("themes", "a b", Map.of("names", Map.of("en", "x"))).then().statusCode(400);
        put("visibility-items", "kept-here", Map.of("names", Map.of("en", "Kept here")))
                .then()
                .statusCode(200);
        // Told after those, were they told at all.
        put("regions", "kept-region", Map.of("names", Map.of("en", "Kept region")))
                .then()
                .statusCode(200);
        new KafkaProbe().await(TOPIC, each -> codes(each.data()).contains("kept-region"));
        assertThat(new KafkaProbe().all(TOPIC))
                .noneMatch(each -> each.data().path("name").asText().equals("visibility-items"))
                .noneMatch(each -> codes(each.data()).contains("a b"));
    }

    @Test
    void aListThatNoEventCanCarryIsRefused() {
        String name = "x".repeat(290);
        List<String> aliases =
                IntStream.range(0, 50).mapToObj(each -> each + name).toList();
        String path = "/v1/admin/code-lists/projects/sectors";
        var list = Api.as("administrator").get(path);
        List<Map<String, ?>> entries = list.path("entries");
        var more = new ArrayList<Map<String, ?>>(entries);
        for (int i = 0; i < 20; i++) {
            int number = i;
            more.add(Map.of(
                    "code",
                    "large-" + i,
                    "names",
                    Map.of("en", "Large " + i),
                    "aliases",
                    aliases.stream().map(alias -> number + "-" + alias).toList()));
        }
        Api.as("administrator")
                .header("If-Match", list.header("ETag"))
                .contentType(ContentType.JSON)
                .body(Map.of("entries", more))
                .put(path)
                .then()
                .statusCode(400);
        assertThat(Api.as("administrator").get(path).<Integer>path("version")).isEqualTo(list.<Integer>path("version"));
    }

    private static List<String> codes(JsonNode list) {
        return StreamSupport.stream(list.path("entries").spliterator(), false)
                .map(entry -> entry.path("code").asText())
                .toList();
    }
}
