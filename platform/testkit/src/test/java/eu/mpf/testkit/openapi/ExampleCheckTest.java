package eu.mpf.testkit.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X1")
class ExampleCheckTest {

    private static List<String> complaints(String success, String refusal) throws IOException {
        return ExampleCheck.complaints("""
                paths:
                  /v1/things/{id}:
                    put:
                      responses:
                        "200": {content: {application/json: {schema: {type: object, required: [id]}%s}}}
                        "400": {content: {application/problem+json: {schema: {type: object}, example: {code: bad}}}}
                        "409": {content: {application/problem+json: {schema: {type: object, required: [code]}%s}}}
                components: {}
                """.formatted(success, refusal));
    }

    @Test
    void anOperationShowsWhatItAnswers() throws IOException {
        assertThat(complaints(", example: {id: 1}", "")).isEmpty();
        assertThat(complaints(", example: {name: x}", ""))
                .singleElement()
                .asString()
                .contains("id");
        assertThat(complaints("", "")).containsExactly("PUT /v1/things/{id}: answer has no example");
    }

    @Test
    void whatCanOnlyBeRefusedShowsItsRefusal() throws IOException {
        assertThat(complaints("", ", example: {code: kept-elsewhere}")).isEmpty();
        assertThat(complaints("", ", example: {title: x}"))
                .singleElement()
                .asString()
                .contains("code");
        assertThat(complaints(", example: {name: x}", ", example: {code: kept-elsewhere}"))
                .as("beside a success it does not excuse it")
                .hasSize(1);
    }
}
