package eu.mpf.web.link;

import eu.mpf.web.link.CheckedLink.LinkState;
import eu.mpf.web.net.Asking;
import eu.mpf.web.net.PublicAddresses;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Follows links before something goes out. It calls addresses that people typed, so it refuses private ones, at every
 * redirect again, and connects to the very address it has judged: a name that resolves differently a moment later gains
 * nothing. It waits for strangers, so it is never called inside a transaction.
 */
@ApplicationScoped
public class LinkChecker {
    private static final int REDIRECTS = 4;

    /** Finds a host's addresses. */
    @FunctionalInterface
    interface Resolver {
        InetAddress[] resolve(String host) throws UnknownHostException;
    }

    private final LinksConfig config;
    private final Vertx vertx;
    private final Resolver resolver;
    private final Semaphore places;
    private final HttpClient client;

    @Inject
    LinkChecker(LinksConfig config, Vertx vertx) {
        this(config, vertx, InetAddress::getAllByName);
    }

    LinkChecker(LinksConfig config, Vertx vertx, Resolver resolver) {
        this.config = config;
        this.vertx = vertx;
        this.resolver = resolver;
        this.places = new Semaphore(config.parallel(), true);
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) config.timeout().toMillis())
                        .setKeepAlive(false),
                new PoolOptions().setHttp1MaxSize(config.parallel()));
    }

    private record Visit(LinkState state, @Nullable Integer httpStatus) {
        private static Visit of(LinkState state) {
            return new Visit(state, null);
        }
    }

    /** Each target once, however often it stands there. */
    public CheckedLinks check(List<FoundLink> links) {
        if (links.isEmpty()) {
            return new CheckedLinks(List.of());
        }
        long until = System.nanoTime() + config.together().toNanos();
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Map<String, Future<Visit>> visits = new HashMap<>();
            links.forEach(link -> visits.computeIfAbsent(link.target(), target -> workers.submit(() -> visit(target))));
            return new CheckedLinks(links.stream()
                    .map(link -> result(link, Objects.requireNonNull(visits.get(link.target())), until))
                    .toList());
        } finally {
            workers.shutdownNow();
        }
    }

    private static CheckedLink result(FoundLink link, Future<Visit> visit, long until) {
        try {
            Visit found = visit.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            return CheckedLink.of(link, found.state(), found.httpStatus());
        } catch (TimeoutException e) {
            return CheckedLink.of(link, LinkState.UNREACHABLE, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while links were checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private Visit visit(String target) throws InterruptedException {
        if (target.isEmpty() || target.equals("#")) {
            return Visit.of(LinkState.NO_TARGET);
        }
        places.acquire();
        try {
            return follow(
                    new URI(target),
                    REDIRECTS,
                    System.nanoTime() + config.timeout().toNanos());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Visit.of(LinkState.NOT_A_WEB_ADDRESS);
        } catch (IOException e) {
            return Visit.of(LinkState.UNREACHABLE);
        } finally {
            places.release();
        }
    }

    private Visit follow(URI target, int left, long until) throws IOException, InterruptedException {
        if (!isWebAddress(target)) {
            return Visit.of(LinkState.NOT_A_WEB_ADDRESS);
        }
        InetAddress address = address(target.getHost());
        if (address == null) {
            return Visit.of(LinkState.PRIVATE_ADDRESS);
        }
        Answer answer = send(HttpMethod.HEAD, target, address, until);
        // Some servers know GET only.
        if (answer.status() >= 400 && !answer.isNothing()) {
            answer = send(HttpMethod.GET, target, address, until);
        }
        String location = answer.location();
        if (answer.status() >= 300 && answer.status() < 400 && left > 0 && location != null) {
            return follow(target.resolve(location), left - 1, until);
        }
        return new Visit(answer.state(), answer.status());
    }

    /** What a server says. */
    private record Answer(int status, @Nullable String location) {
        private boolean isNothing() {
            return status == HttpURLConnection.HTTP_NOT_FOUND || status == HttpURLConnection.HTTP_GONE;
        }

        /** Who wants a password, or no robots, or fewer of them, has something there for readers. */
        private LinkState state() {
            return switch (status) {
                case 401, 403, 429 -> LinkState.SOUND;
                default -> status < 300 ? LinkState.SOUND : status < 500 ? LinkState.DEAD : LinkState.UNREACHABLE;
            };
        }
    }

    private Answer send(HttpMethod method, URI target, InetAddress address, long until)
            throws IOException, InterruptedException {
        long left = until - System.nanoTime();
        if (left <= 0) {
            throw new IOException("no time is left for " + target);
        }
        try {
            return Asking.await(
                    vertx,
                    () -> client.request(request(method, target, address))
                            .compose(HttpClientRequest::send)
                            .map(LinkChecker::answer),
                    Duration.ofNanos(left));
        } catch (TimeoutException | ExecutionException e) {
            throw new IOException("no answer from " + target, e);
        }
    }

    private RequestOptions request(HttpMethod method, URI target, InetAddress address) {
        boolean secure = "https".equalsIgnoreCase(target.getScheme());
        int port = target.getPort() > 0 ? target.getPort() : secure ? 443 : 80;
        String path = target.getRawPath().isEmpty() ? "/" : target.getRawPath();
        return new RequestOptions()
                .setMethod(method)
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(target.getHost())
                .setPort(port)
                .setSsl(secure)
                .setURI(target.getRawQuery() == null ? path : path + "?" + target.getRawQuery())
                .setFollowRedirects(false)
                .setTimeout(config.timeout().toMillis())
                .putHeader("User-Agent", "MPF link check");
    }

    /** That it answers is enough: a page without end is not read. */
    private static Answer answer(HttpClientResponse response) {
        var answer = new Answer(response.statusCode(), response.getHeader("Location"));
        response.exceptionHandler(closedByUs -> {});
        response.request().connection().close();
        return answer;
    }

    private static boolean isWebAddress(URI target) {
        boolean web = "https".equalsIgnoreCase(target.getScheme()) || "http".equalsIgnoreCase(target.getScheme());
        return web && target.getHost() != null && target.getUserInfo() == null;
    }

    /** The one to connect to; null if any the host has is private. */
    private @Nullable InetAddress address(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        for (InetAddress address : addresses) {
            if (!config.privateAddresses() && !PublicAddresses.contain(address)) {
                return null;
            }
        }
        return addresses[0];
    }

    @PreDestroy
    void close() {
        client.close();
    }
}
