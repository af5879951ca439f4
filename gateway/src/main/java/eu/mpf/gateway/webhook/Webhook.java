package eu.mpf.gateway.webhook;

import eu.mpf.gateway.partner.Owner;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a partner wants to be told, and where.
 *
 * @param organisation code of the organisation it belongs to; without one it is its owner's alone
 * @param roles those of whoever set it up: it is told of what they may be told of
 * @param contact address that is told when the webhook is switched off; empty once the person behind it was erased
 * @param types types of events, or beginnings of types followed by {@code .*}; none for everything
 * @param filter fields of an event's data with the values wanted; all must fit
 */
public record Webhook(
        UUID id,
        Optional<String> organisation,
        String owner,
        List<String> roles,
        URI url,
        @Nullable String description,
        String contact,
        List<String> types,
        Map<String, List<String>> filter,
        WebhookStatus status,
        @Nullable String disabledReason,
        long version,
        Instant createdAt) {

    /**
     * The roles it has once somebody has set it up anew: never more than before, except by its owner. An administrator who
     * mends a partner's webhook leaves them alone.
     */
    List<String> rolesFrom(Owner by) {
        if (by.subject().equals(owner)) {
            return by.roles();
        }
        return by.everything()
                ? roles
                : roles.stream().filter(by.roles()::contains).toList();
    }

    public Webhook revised(WebhookDetails details, Owner by) {
        return new Webhook(
                id,
                organisation,
                owner,
                rolesFrom(by),
                details.url(),
                details.description(),
                details.contact(),
                details.types(),
                details.filter(),
                status,
                disabledReason,
                version + 1,
                createdAt);
    }

    /**
     * Goes on with what has happened since it was switched off.
     *
     * @param byAdministrator only an administrator undoes what an administrator has done
     */
    public Webhook enabled(boolean byAdministrator) {
        require(WebhookStatus.DISABLED);
        if (disabledReason != null && DisabledReason.named(disabledReason).isEmpty()) {
            throw new ProblemException(
                    CommonProblem.UNAVAILABLE,
                    "A newer release has switched it off, and takes over from this one. Try again.");
        }
        if (DisabledReason.ADMINISTRATOR.name().equals(disabledReason) && !byAdministrator) {
            throw new ProblemException(
                    GatewayProblem.WEBHOOK_STATE, "An administrator has switched it off, and must switch it on again.");
        }
        return with(WebhookStatus.ACTIVE, null);
    }

    public Webhook disabled(DisabledReason reason) {
        require(WebhookStatus.ACTIVE);
        return with(WebhookStatus.DISABLED, reason.name());
    }

    private void require(WebhookStatus needed) {
        if (status != needed) {
            throw new ProblemException(GatewayProblem.WEBHOOK_STATE, "The webhook is %s.".formatted(status));
        }
    }

    private Webhook with(WebhookStatus next, @Nullable String reason) {
        return new Webhook(
                id,
                organisation,
                owner,
                roles,
                url,
                description,
                contact,
                types,
                filter,
                next,
                reason,
                version + 1,
                createdAt);
    }
}
