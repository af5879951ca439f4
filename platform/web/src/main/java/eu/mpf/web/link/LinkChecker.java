package eu.mpf.web.link;

import eu.mpf.web.link.CheckedLink.LinkState;
import eu.mpf.web.net.PublicAddresses;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
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
 * Follows links before something goes out. It calls addresses that people typed, so it refuses private ones, after
 * resolution and again at every redirect; the JVM's resolver cache makes the connection use what was checked. It waits for
 * strangers, so it is never called inside a transaction.
 */
@ApplicationScoped
public class LinkChecker {
    private static final int REDIRECTS = 4;

    private final LinksConfig config;
    private final Semaphore places;
    private final HttpClient client;

    public LinkChecker(LinksConfig config) {
        this.config = config;
        this.places = new Semaphore(config.parallel(), true);
        this.client = HttpClient.newBuilder()
                .connectTimeout(config.timeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
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
        LinkState refused = refuse(target);
        if (refused != null) {
            return Visit.of(refused);
        }
        HttpResponse<InputStream> answer = send("HEAD", target, until);
        // Some servers know GET only.
        if (answer.statusCode() >= 400 && answer.statusCode() != 404 && answer.statusCode() != 410) {
            answer = send("GET", target, until);
        }
        int status = answer.statusCode();
        String location = answer.headers().firstValue("Location").orElse(null);
        if (status >= 300 && status < 400 && left > 0 && location != null) {
            return follow(target.resolve(location), left - 1, until);
        }
        return new Visit(status < 300 ? LinkState.SOUND : LinkState.DEAD, status);
    }

    private HttpResponse<InputStream> send(String method, URI target, long until)
            throws IOException, InterruptedException {
        Duration left = Duration.ofNanos(until - System.nanoTime());
        if (!left.isPositive()) {
            throw new HttpTimeoutException("no time is left for " + target);
        }
        HttpResponse<InputStream> answer = client.send(
                HttpRequest.newBuilder(target)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("User-Agent", "MPF link check")
                        .timeout(left)
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        // That it answers is enough: a page without end is not read.
        answer.body().close();
        return answer;
    }

    private @Nullable LinkState refuse(URI target) throws UnknownHostException {
        boolean web = "https".equalsIgnoreCase(target.getScheme()) || "http".equalsIgnoreCase(target.getScheme());
        if (!web || target.getHost() == null || target.getUserInfo() != null) {
            return LinkState.NOT_A_WEB_ADDRESS;
        }
        if (!config.privateAddresses()) {
            for (InetAddress address : InetAddress.getAllByName(target.getHost())) {
                if (!PublicAddresses.contain(address)) {
                    return LinkState.PRIVATE_ADDRESS;
                }
            }
        }
        return null;
    }

    @PreDestroy
    void close() {
        client.shutdownNow();
    }
}
