package eu.mpf.gateway.forward;

import eu.mpf.gateway.Exchange;
import eu.mpf.gateway.policy.Varying;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Compresses answers at the edge (gzip). Left as they are: streams of events, which it would hold back; small answers; and
 * those that no cache may keep, since what is secret and what a client can make us repeat may stand in them together, and
 * their compressed length would tell (BREACH). A compressed answer is another representation, so its entity tag carries a
 * mark, which is taken off again when the client sends it back.
 */
final class Compression {

    private static final String MARK = "-gzip\"";
    private static final int LEAST = 1_024;
    private static final int LEVEL = 4;

    private static final class Gzip extends GZIPOutputStream {
        Gzip(ByteArrayOutputStream out) throws IOException {
            super(out, 8_192);
            def.setLevel(LEVEL);
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Gzip gzip;

    private Compression() {
        try {
            this.gzip = new Gzip(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins to compress an answer whose headers are in the response already, or null if it stays as it is. */
    static @Nullable Compression begin(Exchange exchange, HttpClientResponse from, @Nullable String length) {
        if (!isWorthIt(from, length)) {
            return null;
        }
        MultiMap to = exchange.response().headers();
        Varying.by(to, HttpHeaders.ACCEPT_ENCODING);
        if (!accepts(exchange.request().getHeader(HttpHeaders.ACCEPT_ENCODING))) {
            return null;
        }
        to.set(HttpHeaders.CONTENT_ENCODING, "gzip");
        to.remove(HttpHeaders.CONTENT_LENGTH);
        to.remove("Accept-Ranges");
        mark(to);
        return new Compression();
    }

    private static boolean isWorthIt(HttpClientResponse from, @Nullable String length) {
        int status = from.statusCode();
        if (status != 200 && status != 201
                || length != null && length.length() < 5 && Integer.parseInt(length) < LEAST) {
            return false;
        }
        MultiMap headers = from.headers();
        String type = headers.get(HttpHeaders.CONTENT_TYPE);
        String cache = headers.get(HttpHeaders.CACHE_CONTROL);
        return type != null
                && isText(type.toLowerCase(Locale.ROOT))
                && !headers.contains(HttpHeaders.CONTENT_ENCODING)
                && (cache == null || !cache.contains("no-store") && !cache.contains("no-transform"));
    }

    private static boolean isText(String type) {
        return type.startsWith("text/") && !type.startsWith("text/event-stream")
                || type.startsWith("application/json")
                || type.startsWith("application/x-ndjson")
                || type.startsWith("application/xml")
                || type.startsWith("application/yaml")
                || type.startsWith("image/svg+xml")
                || type.startsWith("application/") && (type.contains("+json") || type.contains("+xml"));
    }

    /** Whether gzip may be sent (RFC 9110, 12.5.3). */
    private static boolean accepts(@Nullable String header) {
        if (header == null) {
            return false;
        }
        int at = header.indexOf("gzip");
        if (at < 0) {
            return false;
        }
        int end = header.indexOf(',', at);
        String item = header.substring(at, end < 0 ? header.length() : end).replace(" ", "");
        return !item.matches("gzip;q=0(\\.0*)?");
    }

    /** More of the answer; what comes back may be empty, as not every piece gives output at once. */
    Buffer add(Buffer chunk) {
        try {
            gzip.write(chunk.getBytes());
            return taken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rest, once the answer has ended. */
    Buffer end() {
        try {
            gzip.close();
            return taken();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Buffer taken() {
        Buffer ready = Buffer.buffer(out.toByteArray());
        out.reset();
        return ready;
    }

    private static void mark(MultiMap headers) {
        String tag = headers.get(HttpHeaders.ETAG);
        if (tag != null && tag.endsWith("\"")) {
            headers.set(HttpHeaders.ETAG, tag.substring(0, tag.length() - 1) + MARK);
        }
    }

    /** The tags in a request as the service gave them out; whether any was marked. */
    static boolean unmark(MultiMap headers) {
        return unmark(headers, HttpHeaders.IF_NONE_MATCH) | unmark(headers, "If-Match");
    }

    private static boolean unmark(MultiMap headers, CharSequence name) {
        String tags = headers.get(name);
        if (tags == null || !tags.contains(MARK)) {
            return false;
        }
        headers.set(name, tags.replace(MARK, "\""));
        return true;
    }

    /** An answer without a body tells the tag under which the client has it. */
    static void remark(Exchange exchange) {
        String sent = exchange.request().getHeader(HttpHeaders.IF_NONE_MATCH);
        if (sent != null && sent.contains(MARK)) {
            mark(exchange.response().headers());
        }
    }
}
