package eu.mpf.gateway.openapi;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.ServiceClient;
import eu.mpf.gateway.route.Upstream;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The API documents of the services: fetched when asked for, kept for a while, and kept on while a service is away. */
@ApplicationScoped
public class ServiceDocuments {

    private static final Logger LOG = Logger.getLogger(ServiceDocuments.class);
    private static final long KEPT_NANOS = 30_000_000_000L;
    private static final long RETRY_NANOS = 2_000_000_000L;

    /** Which document: the API or the events. */
    public enum Kind {
        OPENAPI("/openapi", "application/json"),
        ASYNCAPI("/asyncapi", "application/yaml");

        private final String path;
        private final String mediaType;

        Kind(String path, String mediaType) {
            this.path = path;
            this.mediaType = mediaType;
        }
    }

    /**
     * A document and how fresh it is.
     *
     * @param tree null if the service has never answered or has no such document
     * @param state CURRENT, STALE (the service is away, this is what it said before), ABSENT or UNAVAILABLE
     */
    public record Document(@Nullable JsonNode tree, State state, long fetchedAt) {

        /** How much a document can be relied on. */
        public enum State {
            CURRENT,
            STALE,
            ABSENT,
            UNAVAILABLE
        }

        /** Whether the other holds the same tree and is as fresh. */
        boolean says(@Nullable Document other) {
            return other != null && other.tree == tree && other.state == state;
        }

        boolean isFresh(long now) {
            return now - fetchedAt < (state == State.CURRENT ? KEPT_NANOS : RETRY_NANOS);
        }
    }

    private record Key(String service, Kind kind) {}

    private final ServiceClient client;
    private final ObjectMapper json = new ObjectMapper();
    private final YAMLMapper yaml = new YAMLMapper();
    private final Map<String, Upstream> services = new ConcurrentHashMap<>();
    private final Map<Key, Document> documents = new ConcurrentHashMap<>();

    ServiceDocuments(RouteTable routes, ServiceClient client) {
        this.client = client;
        routes.services().forEach(service -> services.put(service.name(), service));
    }

    /** The document of a service, or null if there is no such service. */
    public @Nullable Document get(String service, Kind kind) {
        Upstream upstream = services.get(service);
        return upstream == null
                ? null
                : documents.compute(
                        new Key(service, kind),
                        (key, old) -> old != null && old.isFresh(System.nanoTime()) ? old : fetch(upstream, kind, old));
    }

    private Document fetch(Upstream service, Kind kind, @Nullable Document old) {
        JsonNode known = old == null ? null : old.tree();
        try {
            HttpResponse<String> answer = client.fetch(service.at(kind.path), kind.mediaType, "en");
            if (answer.statusCode() == 200) {
                JsonNode tree = parse(answer.body());
                // one that says the same is the same, and what was made of it is not made again
                return new Document(tree.equals(known) ? known : tree, Document.State.CURRENT, System.nanoTime());
            }
            if (answer.statusCode() == 404) {
                return new Document(null, Document.State.ABSENT, System.nanoTime());
            }
            if (isNews(old)) {
                LOG.warnf("%s answered %d for its %s document", service.name(), answer.statusCode(), kind);
            }
        } catch (IOException e) {
            if (isNews(old)) {
                LOG.warnf("%s gave no %s document: %s", service.name(), kind, e);
            }
        }
        return new Document(
                known, known == null ? Document.State.UNAVAILABLE : Document.State.STALE, System.nanoTime());
    }

    /** A service that is away is asked again and again, and that it is away is logged once. */
    private static boolean isNews(@Nullable Document old) {
        return old == null || old.state() == Document.State.CURRENT || old.state() == Document.State.ABSENT;
    }

    private JsonNode parse(String text) throws JsonProcessingException {
        return text.stripLeading().startsWith("{") ? json.readTree(text) : yaml.readTree(text);
    }
}
