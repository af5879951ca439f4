package eu.mpf.gateway.forward;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which answers are compressed, and what of their headers changes with it. */
class CompressionTest {

    /** The headers of the answer to a request that takes gzip, once the service's have been copied. */
    private static Rehearsal request(String accepted, HttpClientResponse from) {
        Rehearsal request = Rehearsal.get("/v1/projects");
        if (accepted != null) {
            request.header("Accept-Encoding", accepted);
        }
        request.exchange().response().headers().addAll(from.headers());
        return request;
    }

    private static boolean begins(String accepted, HttpClientResponse from, String length) {
        return Compression.begin(request(accepted, from).exchange(), from, length) != null;
    }

    private static HttpClientResponse json(int status, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "Content-Type";
        all[headers.length + 1] = "application/json";
        return Rehearsal.answer(status, all);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "text/csv; charset=utf-8",
                "TEXT/PLAIN",
                "application/json",
                "application/json;charset=UTF-8",
                "application/x-ndjson",
                "application/xml",
                "application/yaml",
                "image/svg+xml",
                "application/hal+json",
                "application/rss+xml"
            })
    void textIsCompressed(String type) {
        assertThat(begins("gzip", Rehearsal.answer(200, "Content-Type", type), "2048"))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/event-stream",
                "text/event-stream;charset=utf-8",
                "application/pdf",
                "application/zip",
                "image/png",
                "image/x+json",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            })
    void whatIsNoTextOrAStreamStaysAsItIs(String type) {
        assertThat(begins("gzip", Rehearsal.answer(200, "Content-Type", type), "2048"))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "1024, true",
                "1023, false",
                "0, false",
                "9999, true",
                "10000, true",
                "999999999999, true",
                "none, true"
            })
    void aSmallAnswerIsNotWorthIt(String length, boolean compressed) {
        assertThat(begins("gzip", json(200), length)).isEqualTo(compressed);
    }

    @ParameterizedTest
    @CsvSource({"200, true", "201, true", "202, false", "204, false", "206, false", "304, false", "404, false"})
    void onlyAWholeAnswerIsCompressed(int status, boolean compressed) {
        assertThat(begins("gzip", json(status), "2048")).isEqualTo(compressed);
    }

    @ParameterizedTest
    @CsvSource({
        "Cache-Control, no-store, false",
        "Cache-Control, 'private, no-store', false",
        "Cache-Control, no-transform, false",
        "Cache-Control, 'max-age=60', true",
        "Content-Encoding, br, false",
        "Content-Encoding, identity, false",
        "X-Other, no-store, true",
    })
    void whatMayNotBeKeptOrIsEncodedAlreadyStaysAsItIs(String name, String value, boolean compressed) {
        assertThat(begins("gzip", json(200, name, value), "2048")).isEqualTo(compressed);
    }

    @Test
    void anAnswerWithoutATypeStaysAsItIs() {
        assertThat(begins("gzip", Rehearsal.answer(200), "2048")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "gzip, true",
                "'br, gzip', true",
                "'gzip, br', true",
                "'gzip;q=1.0, identity;q=0', true",
                "'gzip; q=0.5', true",
                "'br;q=0, gzip;q=0.001', true",
                "gzip;q=0, false",
                "'gzip; q=0', false",
                "'gzip;q=0.0', false",
                "'gzip;q=0.000, br', false",
                "'br, gzip ;q=0.0', false",
                "br, false",
                "identity, false",
                "'', false",
                "none, false",
            })
    void aClientGetsItIfItTakesIt(String accepted, boolean compressed) {
        HttpClientResponse from = json(200);
        Rehearsal request = request(accepted, from);
        assertThat(Compression.begin(request.exchange(), from, "2048") != null).isEqualTo(compressed);
        assertThat(request.answer("Vary"))
                .as("another client may get another answer")
                .isEqualToIgnoringCase("Accept-Encoding");
        assertThat(request.answer("Content-Encoding")).isEqualTo(compressed ? "gzip" : null);
    }

    @Test
    void theHeadersOfWhatStaysAsItIsStayToo() {
        HttpClientResponse from =
                Rehearsal.answer(200, "Content-Type", "application/pdf", "ETag", "\"1\"", "Content-Length", "9");
        Rehearsal request = request("gzip", from);
        assertThat(Compression.begin(request.exchange(), from, "9")).isNull();
        assertThat(request.answer("Vary")).isNull();
        assertThat(request.answer("ETag")).isEqualTo("\"1\"");
        assertThat(request.answer("Content-Length")).isEqualTo("9");
    }

    @ParameterizedTest
    @CsvSource({"'\"1\"', '\"1-gzip\"'", "'W/\"abc\"', 'W/\"abc-gzip\"'", "odd, odd"})
    void aCompressedAnswerIsAnotherRepresentation(String tag, String marked) {
        HttpClientResponse from = json(200, "ETag", tag, "Content-Length", "2048", "Accept-Ranges", "bytes");
        Rehearsal request = request("gzip", from);
        assertThat(Compression.begin(request.exchange(), from, "2048")).isNotNull();
        assertThat(request.answer("ETag")).isEqualTo(marked);
        assertThat(request.answer("Content-Length")).isNull();
        assertThat(request.answer("Accept-Ranges")).isNull();
    }

    @Test
    void anAnswerWithoutATagGetsNone() {
        HttpClientResponse from = json(200);
        Rehearsal request = request("gzip", from);
        assertThat(Compression.begin(request.exchange(), from, null)).isNotNull();
        assertThat(request.answer("ETag")).isNull();
    }

    @Test
    void whatIsCompressedPieceByPieceIsTheSameWhenItIsUnpacked() throws IOException {
        HttpClientResponse from = json(200);
        Compression gzip = Compression.begin(request("gzip", from).exchange(), from, null);
        Buffer sent = Buffer.buffer();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            String piece = "{\"number\":" + i * 7_919 % 10_007 + "}\n";
            text.append(piece);
            sent.appendBuffer(gzip.add(Buffer.buffer(piece)));
        }
        assertThat(sent.length()).as("it does not wait for the end").isGreaterThan(100);
        sent.appendBuffer(gzip.end());
        assertThat(sent.length()).isLessThan(text.length() / 2);
        byte[] unpacked = new GZIPInputStream(new ByteArrayInputStream(sent.getBytes())).readAllBytes();
        assertThat(new String(unpacked, StandardCharsets.UTF_8)).isEqualTo(text.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "If-None-Match, '\"1-gzip\"', '\"1\"', true",
        "If-None-Match, 'W/\"1-gzip\", \"2-gzip\", \"3\"', 'W/\"1\", \"2\", \"3\"', true",
        "If-Match, '\"1-gzip\"', '\"1\"', true",
        "If-Match, '\"1\"', '\"1\"', false",
        "If-None-Match, '\"1-gzipped\"', '\"1-gzipped\"', false",
        "If-Range, '\"1-gzip\"', '\"1-gzip\"', false",
    })
    void aServiceSeesTheTagsItGaveOut(String name, String sent, String seen, boolean marked) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap().add(name, sent);
        assertThat(Compression.unmark(headers)).isEqualTo(marked);
        assertThat(headers.getAll(name)).containsExactly(seen);
    }

    @Test
    void bothHeadersAreLookedAt() {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap()
                .add("If-None-Match", "\"1-gzip\"")
                .add("If-Match", "\"2-gzip\"");
        assertThat(Compression.unmark(headers)).isTrue();
        assertThat(headers.get("If-None-Match")).isEqualTo("\"1\"");
        assertThat(headers.get("If-Match")).isEqualTo("\"2\"");
        assertThat(Compression.unmark(MultiMap.caseInsensitiveMultiMap())).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"'\"1-gzip\"', '\"1-gzip\"'", "'\"1\"', '\"1\"'", "none, '\"1\"'"})
    void anAnswerWithoutABodyTellsTheTagUnderWhichTheClientHasIt(String sent, String told) {
        Rehearsal request = Rehearsal.get("/");
        if (sent != null) {
            request.header("If-None-Match", sent);
        }
        request.exchange().response().headers().set("ETag", "\"1\"");
        Compression.remark(request.exchange());
        assertThat(request.answer("ETag")).isEqualTo(told);
    }
}
