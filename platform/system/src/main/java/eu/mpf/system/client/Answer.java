package eu.mpf.system.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;

/** What the platform answered: status, headers and the body as it came. */
public record Answer(String request, int status, HttpHeaders headers, byte[] body) {

    /** The body as JSON; a missing node if the answer is not JSON. */
    public JsonNode json() {
        if (!headers.firstValue("Content-Type").orElse("").contains("json")) {
            return MissingNode.getInstance();
        }
        try {
            return Platform.JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The field {@code id} of the body. */
    public String id() {
        return json().path("id").asText();
    }

    public String etag() {
        return headers.firstValue("ETag").orElseThrow(() -> new IllegalStateException(request + " gave no ETag"));
    }

    /** @throws UnexpectedAnswer unless the status is one of these */
    public Answer expect(int... statuses) {
        for (int expected : statuses) {
            if (status == expected) {
                return this;
            }
        }
        throw new UnexpectedAnswer(this);
    }

    /** An answer that the caller did not expect, with all that the platform said about it. */
    public static final class UnexpectedAnswer extends IllegalStateException {
        private final transient Answer answer;

        UnexpectedAnswer(Answer answer) {
            super("%s answered %d: %s".formatted(answer.request(), answer.status(), answer.text()));
            this.answer = answer;
        }

        public Answer answer() {
            return answer;
        }
    }
}
