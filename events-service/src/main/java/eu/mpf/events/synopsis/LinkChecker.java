package eu.mpf.events.synopsis;

import eu.mpf.events.EventsConfig;
import eu.mpf.events.synopsis.CheckedLink.LinkState;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Follows links before a report goes out. It calls addresses that people typed, so it refuses private ones, after
 * resolution and again at every redirect; the JVM's resolver cache makes the connection use what was checked.
 */
@ApplicationScoped
public class LinkChecker {
    private static final int REDIRECTS = 4;

    private final Duration timeout;
    private final boolean privateAddresses;
    private final HttpClient client;

    public LinkChecker(EventsConfig config) {
        this.timeout = config.links().timeout();
        this.privateAddresses = config.links().privateAddresses();
        this.client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** All at once, each within the time allowed. */
    public List<CheckedLink> check(List<FoundLink> links) {
        try (ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<CheckedLink>> checks = links.stream()
                    .map(link -> workers.submit(() -> check(link)))
                    .toList();
            return checks.stream().map(LinkChecker::result).toList();
        }
    }

    private static CheckedLink result(Future<CheckedLink> check) {
        try {
            return check.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while links were checked", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private CheckedLink check(FoundLink link) {
        if (link.target().isEmpty() || link.target().equals("#")) {
            return CheckedLink.of(link, LinkState.NO_TARGET, null);
        }
        try {
            return follow(link, new URI(link.target()), REDIRECTS);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return CheckedLink.of(link, LinkState.NOT_A_WEB_ADDRESS, null);
        } catch (IOException e) {
            return CheckedLink.of(link, LinkState.UNREACHABLE, null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return CheckedLink.of(link, LinkState.UNREACHABLE, null);
        }
    }

    private CheckedLink follow(FoundLink link, URI target, int left) throws IOException, InterruptedException {
        LinkState refused = refuse(target);
        if (refused != null) {
            return CheckedLink.of(link, refused, null);
        }
        HttpResponse<Void> answer = send("HEAD", target);
        // Some servers know GET only.
        if (answer.statusCode() >= 400 && answer.statusCode() != 404 && answer.statusCode() != 410) {
            answer = send("GET", target);
        }
        int status = answer.statusCode();
        if (status >= 300 && status < 400 && left > 0) {
            String location = answer.headers().firstValue("Location").orElse(null);
            if (location != null) {
                return follow(link, target.resolve(location), left - 1);
            }
        }
        return CheckedLink.of(link, status < 300 ? LinkState.SOUND : LinkState.DEAD, status);
    }

    private HttpResponse<Void> send(String method, URI target) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(target)
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .header("User-Agent", "MPF link check")
                        .timeout(timeout)
                        .build(),
                HttpResponse.BodyHandlers.discarding());
    }

    private @Nullable LinkState refuse(URI target) throws UnknownHostException {
        boolean web = "https".equalsIgnoreCase(target.getScheme()) || "http".equalsIgnoreCase(target.getScheme());
        if (!web || target.getHost() == null || target.getUserInfo() != null) {
            return LinkState.NOT_A_WEB_ADDRESS;
        }
        if (!privateAddresses) {
            for (InetAddress address : InetAddress.getAllByName(target.getHost())) {
                if (PrivateAddresses.contain(address)) {
                    return LinkState.PRIVATE_ADDRESS;
                }
            }
        }
        return null;
    }
}
