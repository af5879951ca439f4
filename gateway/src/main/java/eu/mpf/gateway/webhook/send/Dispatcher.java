package eu.mpf.gateway.webhook.send;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.GatewaySettings;
import eu.mpf.gateway.database.DatabaseReady;
import eu.mpf.gateway.webhook.Delivery;
import eu.mpf.gateway.webhook.DeliveryTable;
import eu.mpf.gateway.webhook.DispatchService;
import eu.mpf.gateway.webhook.Egress;
import eu.mpf.gateway.webhook.Secrets;
import eu.mpf.gateway.webhook.SendResult;
import eu.mpf.gateway.webhook.Step;
import eu.mpf.gateway.webhook.Webhook;
import eu.mpf.web.setting.Settings;
import eu.mpf.web.value.Ids;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Brings deliveries to their endpoints: each endpoint that has something due gets a thread of its own (virtual), which
 * delivers in order and lets go when there is nothing more. So a dead endpoint delays nobody but itself. Any number of
 * instances may run.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    /** In milliseconds: until it is looked for room, or for more that is due. */
    private static final long SHORTLY = 20;

    /** After it, others that are due come first. */
    private static final Duration TURN = Duration.ofSeconds(10);

    private final DispatchService steps;
    private final DeliveryTable deliveries;
    private final Secrets secrets;
    private final Sender sender;
    private final Settings settings;
    private final Clock clock;
    private final GatewayConfig.Gateway.Webhooks config;
    private final Semaphore room;
    private final UUID instance = Ids.next();
    private volatile boolean running;

    Dispatcher(
            DispatchService steps,
            DeliveryTable deliveries,
            Secrets secrets,
            Vertx vertx,
            Settings settings,
            Clock clock,
            GatewayConfig config) {
        this.steps = steps;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.settings = settings;
        this.clock = clock;
        this.config = config.gateway().webhooks();
        this.room = new Semaphore(this.config.atOnce());
        this.sender = new Sender(
                vertx, new Egress(InetAddress::getAllByName, this.config.allowPrivate()), this.config.timeout());
    }

    void start(@Observes DatabaseReady ready) {
        running = true;
        Thread.ofVirtual().name("webhook-dispatcher").start(this::look);
    }

    void stop(@Observes ShutdownEvent event) {
        running = false;
    }

    private void look() {
        try {
            while (running) {
                boolean more = lookOnce();
                TimeUnit.MILLISECONDS.sleep(more ? SHORTLY : config.poll().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns whether more may be due than there was room for. */
    private boolean lookOnce() {
        int free = room.availablePermits();
        if (free == 0 || !isDelivering()) {
            return free == 0;
        }
        List<UUID> claimed;
        try {
            claimed = steps.claim(instance, free, clock.instant());
        } catch (RuntimeException e) {
            LOG.warnf("due webhooks cannot be looked for: %s", e.getMessage());
            return false;
        }
        for (UUID id : claimed) {
            room.acquireUninterruptibly();
            Thread.ofVirtual().name("webhook-" + id).start(() -> {
                try {
                    work(id);
                } finally {
                    room.release();
                }
            });
        }
        return claimed.size() == free;
    }

    private boolean isDelivering() {
        return settings.get(GatewaySettings.WEBHOOKS_DELIVERING);
    }

    /** Delivers what is due to one endpoint, in order, and looks through the feed for more, for at most a turn. */
    private void work(UUID id) {
        Instant end = clock.instant().plus(TURN);
        try {
            Step next = steps.next(instance, id, clock.instant());
            while (running
                    && isDelivering()
                    && !(next instanceof Step.Rest)
                    && clock.instant().isBefore(end)) {
                if (next instanceof Step.Deliver(Delivery delivery)) {
                    attempt(delivery);
                }
                next = steps.next(instance, id, clock.instant());
            }
            steps.release(instance, id, clock.instant(), next instanceof Step.Rest ? config.poll() : Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The claim ends by itself; whoever takes it next tries again.
            LOG.warnf(e, "webhook %s could not be served", id);
        }
    }

    private void attempt(Delivery delivery) throws InterruptedException {
        Instant now = clock.instant();
        Optional<Webhook> target = steps.target(delivery.webhookId());
        if (target.isEmpty()) {
            return;
        }
        List<byte[]> signing = steps.secrets(delivery.webhookId(), now).stream()
                .map(secrets::open)
                .toList();
        SendResult result = sender.send(target.get().url(), delivery, now, signing);
        steps.settle(instance, delivery, result, clock.instant());
    }

    @Scheduled(identity = "forget-webhook-log", every = "1h", delayed = "10m")
    void forget() {
        deliveries.forget(config.log(), clock.instant());
    }
}
