package eu.mpf.gateway.openapi;

import eu.mpf.gateway.route.KeyedPosts;
import eu.mpf.gateway.route.RouteTable;
import eu.mpf.gateway.route.Upstream;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Reads which operations take an idempotency key out of the contracts themselves: soon after the start, then now and
 * again, as a new release of a service may bring more. One that is away keeps what it said before.
 */
@ApplicationScoped
public class KeyContracts {

    private static final Logger LOG = Logger.getLogger(KeyContracts.class);
    private static final long UNTIL_ALL_HAVE_SAID_MS = 2_500;
    private static final long THEN_MS = 300_000;

    private final Vertx vertx;
    private final ServiceDocuments documents;
    private final OpenApiDocuments own;
    private final KeyedPosts posts;
    private final List<String> services;
    private volatile boolean stopping;

    KeyContracts(Vertx vertx, ServiceDocuments documents, OpenApiDocuments own, KeyedPosts posts, RouteTable routes) {
        this.vertx = vertx;
        this.documents = documents;
        this.own = own;
        this.posts = posts;
        this.services = routes.services().stream().map(Upstream::name).toList();
    }

    void start(@Observes StartupEvent event) {
        posts.learn(RouteTable.OWN, own.own());
        look();
    }

    void stop(@Observes ShutdownDelayInitiatedEvent event) {
        stopping = true;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private void look() {
        if (!stopping) {
            vertx.<Boolean>executeBlocking(this::haveAllSaid, false).onComplete(read -> {
                if (read.failed()) {
                    LOG.warn("The contracts could not be read for what takes an idempotency key", read.cause());
                }
                boolean all = read.succeeded() && read.result();
                vertx.setTimer(all ? THEN_MS : UNTIL_ALL_HAVE_SAID_MS, timer -> look());
            });
        }
    }

    private boolean haveAllSaid() {
        boolean all = true;
        for (String service : services) {
            ServiceDocuments.Document document = documents.get(service, ServiceDocuments.Kind.OPENAPI);
            if (document != null && document.tree() != null) {
                posts.learn(service, document.tree());
            } else {
                all = false;
            }
        }
        return all;
    }
}
