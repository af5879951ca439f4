package eu.mpf.gateway.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.audience.Audiences;
import eu.mpf.gateway.audience.Sight;
import eu.mpf.gateway.database.Columns;
import eu.mpf.gateway.partner.PartnerTrail;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The steps between attempts, each a transaction. An endpoint is worked on by one instance at a time: it is claimed for a
 * while, and every step makes sure that the claim still holds, so an instance that was thought dead changes nothing.
 */
@ApplicationScoped
@Transactional
public class DispatchService {

    /** How long an instance may work on an endpoint without a sign of life; longer than any attempt. */
    static final Duration CLAIM = Duration.ofSeconds(60);

    private static final int FROM_FEED = 200;

    private static final String CLAIM_DUE = """
            UPDATE webhook SET claimed_by = ?, claimed_until = ? WHERE id IN (
              SELECT id FROM webhook WHERE status = 'ACTIVE' AND due_at <= ?
                AND (claimed_until IS NULL OR claimed_until <= ?)
              ORDER BY due_at LIMIT ? FOR UPDATE SKIP LOCKED)
            RETURNING id""";

    private static final String NEWS = """
            SELECT position, id, source, type, subject, sequence, time, data, organisation FROM change
            WHERE position > (SELECT position FROM webhook WHERE id = ?) ORDER BY position LIMIT ?""";

    private record News(
            long position,
            UUID id,
            String source,
            String type,
            String subject,
            long sequence,
            Instant time,
            String data,
            @Nullable String organisation) {}

    private final Sql sql;
    private final WebhookTable webhooks;
    private final DeliveryTable deliveries;
    private final PartnerTrail audit;
    private final WebhookNotice notice;
    private final ObjectMapper json;
    private final RetrySchedule schedule;
    private final Audiences audiences;
    private final Random random = new Random();

    DispatchService(
            Sql sql,
            WebhookTable webhooks,
            DeliveryTable deliveries,
            PartnerTrail audit,
            WebhookNotice notice,
            ObjectMapper json,
            Audiences audiences,
            GatewayConfig config) {
        this.sql = sql;
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.audit = audit;
        this.notice = notice;
        this.json = json;
        this.audiences = audiences;
        this.schedule = new RetrySchedule(config.gateway().webhooks().retries());
    }

    /** Endpoints that are due and that nobody works on, claimed for an instance. */
    public List<UUID> claim(UUID instance, int most, Instant now) {
        return sql.list(CLAIM_DUE, row -> row.getObject(1, UUID.class), instance, now.plus(CLAIM), now, now, most);
    }

    /** What to do now; looks through one part of the feed at most, and prolongs the claim. */
    public Step next(UUID instance, UUID id, Instant now) {
        Optional<Webhook> webhook = claimed(instance, id, now);
        if (webhook.isEmpty()) {
            return new Step.Rest();
        }
        Optional<Delivery> head = deliveries.head(id);
        if (head.isEmpty()) {
            boolean more = takeNews(webhook.get(), now);
            head = deliveries.head(id);
            if (head.isEmpty() && more) {
                return new Step.LookOn();
            }
        }
        return head.filter(delivery -> !delivery.nextAt().isAfter(now))
                .<Step>map(Step.Deliver::new)
                .orElseGet(Step.Rest::new);
    }

    /**
     * Lets go of an endpoint until there may be something to do for it again. Who queues a delivery touches the webhook
     * afterwards: so its row is locked before the deliveries are read, and what is queued meanwhile is either seen here or
     * makes the webhook due after this.
     */
    public void release(UUID instance, UUID id, Instant now, Duration pause) {
        sql.list("SELECT 1 FROM webhook WHERE id = ? FOR NO KEY UPDATE", row -> true, id);
        Instant next = deliveries.head(id).map(Delivery::nextAt).orElse(now.plus(pause));
        sql.update(
                "UPDATE webhook SET claimed_by = NULL, claimed_until = NULL, due_at = ? WHERE id = ? AND claimed_by = ?",
                next,
                id,
                instance);
    }

    /** Where and with what to sign. */
    public Optional<Webhook> target(UUID id) {
        return webhooks.find(id);
    }

    public List<byte[]> secrets(UUID id, Instant now) {
        return webhooks.secrets(id, now);
    }

    /** Notes an attempt and decides how it goes on. */
    public void settle(UUID instance, Delivery delivery, SendResult result, Instant now) {
        Optional<Webhook> webhook = claimed(instance, delivery.webhookId(), now);
        if (webhook.isEmpty()) {
            return;
        }
        int attempts = delivery.attempts() + 1;
        deliveries.note(delivery.id(), new Attempt(attempts, now, result.status(), result.millis(), result.failure()));
        if (result.delivered()) {
            deliveries.update(delivery.id(), DeliveryStatus.DELIVERED, attempts, now, now);
            return;
        }
        boolean gone = Integer.valueOf(410).equals(result.status());
        Optional<Instant> again =
                gone || delivery.kind() == DeliveryKind.TEST ? Optional.empty() : schedule.next(attempts, now, random);
        deliveries.update(
                delivery.id(),
                again.isPresent() ? DeliveryStatus.PENDING : DeliveryStatus.FAILED,
                attempts,
                again.orElse(now),
                again.isPresent() ? null : now);
        if (gone || again.isEmpty() && delivery.kind() != DeliveryKind.TEST) {
            switchOff(webhook.get(), gone ? DisabledReason.GONE : DisabledReason.FAILING);
        }
    }

    private Optional<Webhook> claimed(UUID instance, UUID id, Instant now) {
        int held = sql.update(
                "UPDATE webhook SET claimed_until = ? WHERE id = ? AND claimed_by = ? AND status = 'ACTIVE'",
                now.plus(CLAIM),
                id,
                instance);
        return held == 0 ? Optional.empty() : webhooks.find(id);
    }

    /**
     * Queues what it wants of the next part of the feed; returns whether there may be more. Where the feed has let go of what
     * comes next, it is switched off: that it goes on in spite of a gap is its owner's to say.
     */
    private boolean takeNews(Webhook webhook, Instant now) {
        EventSelection selection = new EventSelection(webhook);
        Sight sight = audiences.sight(webhook.roles(), webhook.organisation().orElse(null));
        List<News> news = sql.list(
                NEWS,
                row -> new News(
                        row.getLong("position"),
                        row.getObject("id", UUID.class),
                        row.getString("source"),
                        row.getString("type"),
                        row.getString("subject"),
                        row.getLong("sequence"),
                        Columns.time(row, "time"),
                        row.getString("data"),
                        row.getString("organisation")),
                webhook.id(),
                FROM_FEED);
        // Asked after the reading: what retention removes in between is taken for a gap, and never passed over.
        if (webhooks.missed(webhook.id())) {
            switchOff(webhook, DisabledReason.GAP);
            return false;
        }
        if (news.isEmpty()) {
            return false;
        }
        for (News one : news) {
            try {
                if (sight.sees(one.type(), one.organisation())
                        && selection.wantsType(one.type())
                        && selection.wants(one.type(), json.readTree(one.data()))) {
                    deliveries.insert(
                            webhook.id(), one.id(), one.type(), one.subject(), body(one), DeliveryKind.EVENT, now);
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("the feed holds JSON only", e);
            }
        }
        sql.update(
                "UPDATE webhook SET position = ? WHERE id = ?", news.getLast().position(), webhook.id());
        return news.size() == FROM_FEED;
    }

    private String body(News one) throws JsonProcessingException {
        ObjectNode body = json.createObjectNode();
        body.put("type", one.type());
        body.set("timestamp", json.valueToTree(one.time()));
        body.put("id", one.id().toString());
        body.put("source", one.source());
        body.put("subject", one.subject());
        body.put("sequence", one.sequence());
        body.set("data", json.readTree(one.data()));
        return json.writeValueAsString(body);
    }

    private void switchOff(Webhook before, DisabledReason reason) {
        Webhook after = before.disabled(reason);
        webhooks.update(after);
        audit.record("webhook.disabled", "webhook", after.id(), before, after, reason.name());
        notice.switchedOff(after, reason);
    }
}
