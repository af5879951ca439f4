package eu.mpf.gateway.webhook;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.audience.Audiences;
import eu.mpf.gateway.audience.Sight;
import eu.mpf.gateway.partner.Owner;
import eu.mpf.gateway.partner.PartnerTrail;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What owners do with their webhooks. */
@ApplicationScoped
@Transactional
public class WebhookService {

    /** Type of what {@code :test} sends. */
    public static final String TEST_TYPE = "eu.mpf.gateway.webhook.test.v1";

    private static final Pattern TYPE = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*(\\.\\*)?");

    private final WebhookTable webhooks;
    private final DeliveryTable deliveries;
    private final Secrets secrets;
    private final WebhookNotice notice;
    private final PartnerTrail audit;
    private final ObjectMapper json;
    private final Clock clock;
    private final Egress egress;
    private final GatewayConfig.Gateway.Webhooks config;
    private final Audiences audiences;

    WebhookService(
            WebhookTable webhooks,
            DeliveryTable deliveries,
            Secrets secrets,
            WebhookNotice notice,
            PartnerTrail audit,
            ObjectMapper json,
            Clock clock,
            Audiences audiences,
            GatewayConfig config) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.secrets = secrets;
        this.notice = notice;
        this.audit = audit;
        this.json = json;
        this.clock = clock;
        this.audiences = audiences;
        this.config = config.gateway().webhooks();
        this.egress = new Egress(InetAddress::getAllByName, this.config.allowPrivate());
    }

    /** Subscribes from now on. */
    public Webhook subscribe(Owner owner, WebhookDetails details) {
        check(owner, details);
        Webhook webhook = new Webhook(
                Ids.next(),
                owner.organisation(),
                owner.subject(),
                owner.roles(),
                details.url(),
                details.description(),
                details.contact(),
                details.types(),
                details.filter(),
                WebhookStatus.ACTIVE,
                null,
                1,
                clock.instant());
        webhooks.insert(webhook, secrets.create());
        audit.record("webhook.subscribed", "webhook", webhook.id(), null, webhook, null);
        return webhook;
    }

    /** @throws ProblemException 400 with every fault of what a webhook of this owner would be */
    public void check(Owner owner, WebhookDetails details) {
        check(audiences.sight(owner.roles(), owner.organisation().orElse(null)), details);
    }

    private void check(Sight sight, WebhookDetails details) {
        Violations faults = new Violations();
        try {
            egress.resolve(details.url());
        } catch (Egress.Refused e) {
            faults.add("/url", "not-public", String.valueOf(e.getMessage()));
        }
        for (int i = 0; i < details.types().size(); i++) {
            String type = details.types().get(i);
            if (!TYPE.matcher(type).matches()) {
                faults.add("/types/" + i, "invalid", "must be a type's full name, or its beginning followed by .*");
            } else {
                faults.check(sight.covers(type), "/types/" + i, "not-told", Sight.refusal(type));
            }
        }
        faults.throwIfAny();
    }

    /** @throws ProblemException 404 if there is none, or it is not the owner's */
    public Webhook get(Owner owner, UUID id) {
        return mine(owner, id, webhooks.find(id));
    }

    public Webhook revise(Owner owner, UUID id, long expected, WebhookDetails details) {
        Webhook known = get(owner, id);
        check(audiences.sight(known.rolesFrom(owner), known.organisation().orElse(null)), details);
        return change(owner, id, expected, "webhook.revised", webhook -> webhook.revised(details, owner));
    }

    /**
     * Goes on with what has happened since it was switched off.
     *
     * @param acceptGap goes on with the oldest change that is kept where some before it are not
     * @throws ProblemException 409 if the feed has let go of some of it, and that is not accepted
     */
    public Webhook enable(Owner owner, UUID id, long expected, boolean acceptGap) {
        Webhook enabled = change(owner, id, expected, "webhook.enabled", before -> before.enabled(owner.everything()));
        if (webhooks.missed(id)) {
            if (!acceptGap) {
                throw new ProblemException(
                        GatewayProblem.WEBHOOK_GAP,
                        "It was off for so long that changes it has not seen are no longer kept. Switch it on with"
                                + " acceptGap=true to go on with the oldest that is kept, and load the state anew.");
            }
            webhooks.skipMissed(id);
            audit.record("webhook.gap-accepted", "webhook", id, enabled, Map.of("acceptGap", true), null);
        }
        webhooks.resume(id, clock.instant());
        return enabled;
    }

    /** By its owner, or by an administrator, who then has to switch it on again; the owner is told of that. */
    public Webhook disable(Owner owner, UUID id, long expected) {
        DisabledReason reason = owner.everything() ? DisabledReason.ADMINISTRATOR : DisabledReason.OWNER;
        Webhook disabled = change(owner, id, expected, "webhook.disabled", webhook -> webhook.disabled(reason));
        if (reason == DisabledReason.ADMINISTRATOR) {
            notice.switchedOff(disabled, reason);
        }
        return disabled;
    }

    public void remove(Owner owner, UUID id, long expected) {
        Webhook before = locked(owner, id, expected);
        webhooks.delete(id);
        audit.record("webhook.removed", "webhook", id, before, null, null);
    }

    /** What signs, in the form libraries take, the newest first. */
    public List<String> secrets(Owner owner, UUID id) {
        Webhook webhook = get(owner, id);
        audit.record("webhook.secret-read", "webhook", id, null, null, null);
        return webhooks.secrets(webhook.id(), clock.instant()).stream()
                .map(secrets::text)
                .toList();
    }

    /**
     * A new secret; the one before signs too for a while, so that the endpoint can change over.
     *
     * @param endPrevious lets the new one sign alone at once, for a secret that is known to others
     * @throws ProblemException 409 if that while has not ended for the last rotation: an endpoint that has not changed over
     *     yet would know none of the secrets
     */
    public Webhook rotateSecret(Owner owner, UUID id, long expected, boolean endPrevious) {
        Webhook before = locked(owner, id, expected);
        Instant now = clock.instant();
        if (endPrevious) {
            webhooks.replaceSecrets(id, secrets.create(), before.version() + 1);
        } else if (webhooks.secrets(id, now).size() > 1) {
            throw new ProblemException(
                    GatewayProblem.WEBHOOK_STATE,
                    "The secret before the present one still signs. Wait until it has ended, or end it with"
                            + " endPrevious=true.");
        } else {
            webhooks.rotate(id, secrets.create(), now.plus(config.overlap()), before.version() + 1);
        }
        Webhook after = get(owner, id);
        audit.record(
                "webhook.secret-rotated",
                "webhook",
                id,
                Map.of("version", before.version()),
                Map.of("version", after.version(), "endPrevious", endPrevious),
                null);
        return after;
    }

    /** Sends a sample to try the endpoint; returns the delivery to look at. */
    public Delivery test(Owner owner, UUID id) {
        Webhook webhook = get(owner, id);
        requireActive(webhook);
        Instant now = clock.instant();
        UUID event = Ids.next();
        String body = json.valueToTree(Map.of(
                        "type",
                        TEST_TYPE,
                        "timestamp",
                        now,
                        "id",
                        event.toString(),
                        "data",
                        Map.of("webhookId", id.toString())))
                .toString();
        UUID delivery = Ids.next();
        deliveries.insert(delivery, id, event, TEST_TYPE, id.toString(), body, DeliveryKind.TEST, now);
        webhooks.due(id, now);
        audit.record("webhook.tested", "webhook", id, webhook, Map.of("delivery", delivery), null);
        return deliveries.find(id, delivery).orElseThrow();
    }

    public Delivery delivery(Owner owner, UUID id, UUID delivery) {
        get(owner, id);
        return deliveries.find(id, delivery).orElseThrow(() -> ProblemException.notFound("delivery", delivery));
    }

    public List<Attempt> attempts(Owner owner, UUID id, UUID delivery) {
        return deliveries.attempts(delivery(owner, id, delivery).id());
    }

    /** Queues one event again, behind what waits already. */
    public Delivery replay(Owner owner, UUID id, UUID delivery) {
        Webhook webhook = get(owner, id);
        Delivery old = delivery(owner, id, delivery);
        UUID again = Ids.next();
        Instant now = clock.instant();
        deliveries.insert(again, id, old.eventId(), old.type(), old.subject(), old.body(), DeliveryKind.REPLAY, now);
        webhooks.due(id, now);
        audit.record("webhook.replayed", "webhook", id, webhook, Map.of("delivery", delivery, "again", again), null);
        return deliveries.find(id, again).orElseThrow();
    }

    /** Queues again, in order, what was settled in a range of time; returns how many. */
    public int replay(Owner owner, UUID id, Instant from, Instant to, @Nullable DeliveryStatus status) {
        Webhook webhook = get(owner, id);
        if (!from.isBefore(to)) {
            throw ProblemException.invalid("/to", "range", "must be later than from");
        }
        int queued = deliveries.replay(id, from, to, status, clock.instant());
        webhooks.due(id, clock.instant());
        audit.record(
                "webhook.replayed", "webhook", id, webhook, Map.of("from", from, "to", to, "queued", queued), null);
        return queued;
    }

    private static void requireActive(Webhook webhook) {
        if (webhook.status() != WebhookStatus.ACTIVE) {
            throw new ProblemException(GatewayProblem.WEBHOOK_STATE, "The webhook is switched off.");
        }
    }

    private Webhook change(Owner owner, UUID id, long expected, String action, UnaryOperator<Webhook> change) {
        Webhook before = locked(owner, id, expected);
        Webhook after = change.apply(before);
        webhooks.update(after);
        audit.record(action, "webhook", id, before, after, null);
        return after;
    }

    private Webhook locked(Owner owner, UUID id, long expected) {
        Webhook webhook = mine(owner, id, webhooks.lock(id));
        Versions.check(expected, webhook.version());
        return webhook;
    }

    private static Webhook mine(Owner owner, UUID id, Optional<Webhook> found) {
        return found.filter(webhook -> owner.owns(webhook.organisation(), webhook.owner()))
                .orElseThrow(() -> ProblemException.notFound("webhook", id));
    }
}
