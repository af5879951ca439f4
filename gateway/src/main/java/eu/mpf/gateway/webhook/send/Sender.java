package eu.mpf.gateway.webhook.send;

import eu.mpf.gateway.webhook.Delivery;
import eu.mpf.gateway.webhook.Egress;
import eu.mpf.gateway.webhook.SendResult;
import eu.mpf.gateway.webhook.Signature;
import eu.mpf.web.net.Asking;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.tracing.TracingPolicy;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Makes one attempt. Redirects are not followed; of the answer only the status counts, and its body is thrown away unread
 * beyond a small limit; the whole has a time limit.
 */
final class Sender {

    private static final int MOST_ANSWER = 64 * 1024;

    private final Vertx vertx;
    private final Egress egress;
    private final Duration limit;
    private final HttpClient client;

    Sender(Vertx vertx, Egress egress, Duration limit) {
        this.vertx = vertx;
        this.egress = egress;
        this.limit = limit;
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setKeepAlive(false)
                .setVerifyHost(true)
                .setConnectTimeout((int) Math.min(5_000, limit.toMillis()))
                .setMaxHeaderSize(16_384)
                .setMaxPoolSize(16)
                .setDecompressionSupported(false)
                .setTracingPolicy(TracingPolicy.IGNORE));
    }

    /** Blocks until it is known what became of it. */
    SendResult send(URI url, Delivery delivery, Instant time, List<byte[]> secrets) throws InterruptedException {
        long start = System.nanoTime();
        InetAddress address;
        try {
            address = egress.resolve(url);
        } catch (Egress.Refused e) {
            return new SendResult(null, millis(start), e.getMessage());
        }
        AtomicReference<HttpClientRequest> under = new AtomicReference<>();
        try {
            String signature = Signature.of(delivery.eventId(), time, delivery.body(), secrets);
            int status = Asking.await(
                    vertx,
                    () -> client.request(options(url, address)).compose(request -> {
                        under.set(request);
                        request.putHeader("Content-Type", "application/json")
                                .putHeader("User-Agent", "MPF-Webhooks/1")
                                .putHeader("webhook-id", delivery.eventId().toString())
                                .putHeader("webhook-timestamp", Long.toString(time.getEpochSecond()))
                                .putHeader("webhook-signature", signature);
                        return request.send(Buffer.buffer(delivery.body())).compose(Sender::status);
                    }),
                    limit);
            boolean good = status >= 200 && status < 300;
            return new SendResult(status, millis(start), good ? null : "answered " + status);
        } catch (ExecutionException e) {
            return new SendResult(null, millis(start), reason(e.getCause()));
        } catch (TimeoutException e) {
            // an endpoint that drips is never idle: it must be let go of
            HttpClientRequest request = under.get();
            if (request != null) {
                request.reset();
            }
            return new SendResult(null, millis(start), "did not answer in time");
        }
    }

    /** Host and port are the partner's words, for the certificate and the Host header; the connection goes to the address. */
    private RequestOptions options(URI url, InetAddress address) {
        boolean tls = "https".equals(url.getScheme());
        int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(port, address.getHostAddress()))
                .setHost(url.getHost())
                .setPort(port)
                .setSsl(tls)
                .setURI(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(limit.toMillis());
    }

    /** The status, once the body has ended or has become too long to be waited for. */
    private static Future<Integer> status(HttpClientResponse answer) {
        long[] seen = new long[1];
        answer.handler(chunk -> {
            seen[0] += chunk.length();
            if (seen[0] > MOST_ANSWER) {
                answer.request().reset();
            }
        });
        return answer.end().map(answer.statusCode()).recover(broken -> Future.succeededFuture(answer.statusCode()));
    }

    private static String reason(@Nullable Throwable cause) {
        return switch (cause) {
            case javax.net.ssl.SSLException tls -> "the certificate or the TLS handshake was not accepted";
            case java.net.ConnectException refused -> "could not be reached";
            case null -> "broke off";
            default -> cause.getClass().getName().contains("Timeout") ? "did not answer in time" : "broke off";
        };
    }

    private static int millis(long start) {
        return (int) ((System.nanoTime() - start) / 1_000_000);
    }
}
