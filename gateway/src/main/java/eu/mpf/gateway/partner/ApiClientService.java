package eu.mpf.gateway.partner;

import eu.mpf.gateway.GatewayConfig;
import eu.mpf.gateway.policy.auth.ApiKeyChecks;
import eu.mpf.gateway.policy.auth.KeyText;
import eu.mpf.gateway.policy.auth.Scopes;
import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.security.Roles;
import eu.mpf.web.time.DatabaseClock;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Registers clients and gives, changes and ends their keys. */
@ApplicationScoped
@Transactional
public class ApiClientService {

    private static final List<String> FOR_PROGRAMS = List.of(Roles.PARTNER, Roles.APPLICANT);

    private final ApiClientTable clients;
    private final ApiKeyTable keys;
    private final ApiKeyChecks checks;
    private final PartnerTrail audit;
    private final DatabaseClock clock;
    private final GatewayConfig.Gateway.Keys config;

    ApiClientService(
            ApiClientTable clients,
            ApiKeyTable keys,
            ApiKeyChecks checks,
            PartnerTrail audit,
            DatabaseClock clock,
            GatewayConfig config) {
        this.clients = clients;
        this.keys = keys;
        this.checks = checks;
        this.audit = audit;
        this.clock = clock;
        this.config = config.gateway().keys();
    }

    /** Registers a client; it has no key yet. */
    public ApiClient register(Owner owner, String name, String contact, List<String> scopes) {
        List<String> roles =
                owner.roles().stream().filter(FOR_PROGRAMS::contains).sorted().toList();
        ApiClient client = new ApiClient(
                Ids.next(),
                owner.organisation(),
                owner.subject(),
                roles.isEmpty() ? List.of(Roles.PARTNER) : roles,
                name,
                contact,
                known(scopes),
                ClientStatus.ACTIVE,
                1,
                clock.trueTime(),
                null);
        clients.insert(client);
        audit.record("api-client.registered", "api-client", client.id(), null, client, null);
        return client;
    }

    /** @throws ProblemException 404 if there is none, or it is not the owner's */
    public ApiClient get(Owner owner, UUID id) {
        return mine(owner, id, clients.find(id));
    }

    public ApiClient revise(Owner owner, UUID id, long expected, String name, String contact, List<String> scopes) {
        ApiClient before = locked(owner, id, expected);
        ApiClient after = before.revised(name, contact, known(scopes));
        store(before, after, "api-client.revised");
        return after;
    }

    public void close(Owner owner, UUID id, long expected) {
        ApiClient before = locked(owner, id, expected);
        Instant now = clock.trueTime();
        store(before, before.closed(), "api-client.closed");
        keys.ofClient(id).stream()
                .filter(key -> key.state(now) == KeyState.LIVE)
                .forEach(key -> end(key, key.revoked(now), "api-key.revoked"));
    }

    /**
     * Gives a client another limit than the usual one, or the usual one again; an administrator's to decide.
     *
     * @param requests in a window; null for the usual number
     */
    public ApiClient limit(
            Owner administrator, UUID id, long expected, @Nullable Integer requests, @Nullable String reason) {
        ApiClient before = locked(administrator, id, expected);
        ApiClient after = before.limited(requests);
        clients.update(after);
        audit.record("api-client.limited", "api-client", id, before, after, reason);
        keys.ofClient(id).forEach(key -> checks.forget(key.prefix()));
        return after;
    }

    public List<ApiKey> keys(Owner owner, UUID client) {
        get(owner, client);
        return keys.ofClient(client);
    }

    /** @throws ProblemException 404 if the client has no such key */
    public ApiKey key(Owner owner, UUID client, UUID id) {
        return find(keys(owner, client), id);
    }

    /**
     * Gives a client a new key.
     *
     * @param scopes a part of the client's; all of them if null
     * @param expiresAt null for the usual lifetime
     * @throws ProblemException 409 if the client has two live keys already
     */
    public IssuedKey issue(Owner owner, UUID clientId, @Nullable List<String> scopes, @Nullable Instant expiresAt) {
        ApiClient client = mine(owner, clientId, clients.lock(clientId));
        client.requireActive();
        List<String> wanted = scopes == null ? client.scopes() : scopes;
        Instant now = clock.trueTime();
        Instant end = expiresAt == null ? now.plus(config.lifetime()) : expiresAt;
        Violations faults = new Violations();
        for (int i = 0; i < wanted.size(); i++) {
            faults.check(
                    client.scopes().contains(wanted.get(i)),
                    "/scopes/" + i,
                    "not-granted",
                    "is not one of the client's");
        }
        faults.check(end.isAfter(now), "/expiresAt", "past", "must lie in the future");
        faults.check(
                !end.isAfter(now.plus(config.longestLifetime())),
                "/expiresAt",
                "too-far",
                "must be within " + config.longestLifetime().toDays() + " days");
        faults.throwIfAny();
        requireRoom(clientId, now);
        return issue(clientId, wanted, now, end);
    }

    /** Gives a successor; the old key serves on for a while, so that nothing stops. */
    public IssuedKey rotate(Owner owner, UUID clientId, UUID id, long expected) {
        ApiClient client = mine(owner, clientId, clients.lock(clientId));
        client.requireActive();
        ApiKey old = find(keys.ofClient(clientId), id);
        Versions.check(expected, old.version());
        Instant now = clock.trueTime();
        ApiKey succeeded = old.succeeded(now, config.overlap());
        requireRoom(clientId, now);
        end(old, succeeded, "api-key.rotated");
        Duration lifetime = Duration.between(old.createdAt(), old.expiresAt());
        return issue(clientId, old.scopes(), now, now.plus(lifetime));
    }

    public ApiKey revoke(Owner owner, UUID clientId, UUID id, long expected) {
        mine(owner, clientId, clients.lock(clientId));
        ApiKey before = find(keys.ofClient(clientId), id);
        Versions.check(expected, before.version());
        ApiKey after = before.revoked(clock.trueTime());
        end(before, after, "api-key.revoked");
        return after;
    }

    private void requireRoom(UUID client, Instant now) {
        long live = keys.ofClient(client).stream()
                .filter(key -> key.state(now) == KeyState.LIVE)
                .count();
        if (live >= ApiKey.MOST_LIVE) {
            throw new ProblemException(
                    GatewayProblem.KEY_LIMIT, "Two keys are live. Revoke the one that is no longer used.");
        }
    }

    private IssuedKey issue(UUID client, List<String> scopes, Instant now, Instant end) {
        KeyText text = KeyText.create();
        ApiKey key = new ApiKey(Ids.next(), client, text.prefix(), scopes, now, end, null, null, 1);
        keys.insert(key, text.hash());
        audit.record("api-key.issued", "api-key", key.id(), null, key, null);
        return new IssuedKey(key, text.whole());
    }

    private void end(ApiKey before, ApiKey after, String action) {
        keys.update(after);
        audit.record(action, "api-key", after.id(), before, after, null);
        checks.forget(after.prefix());
    }

    private void store(ApiClient before, ApiClient after, String action) {
        clients.update(after);
        audit.record(action, "api-client", after.id(), before, after, null);
    }

    private ApiClient locked(Owner owner, UUID id, long expected) {
        ApiClient client = mine(owner, id, clients.lock(id));
        Versions.check(expected, client.version());
        return client;
    }

    private static ApiClient mine(Owner owner, UUID id, java.util.Optional<ApiClient> found) {
        return found.filter(client -> owner.owns(client.organisation(), client.owner()))
                .orElseThrow(() -> ProblemException.notFound("API client", id));
    }

    private static ApiKey find(List<ApiKey> keys, UUID id) {
        return keys.stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("API key", id));
    }

    private static List<String> known(List<String> scopes) {
        Violations faults = new Violations();
        for (int i = 0; i < scopes.size(); i++) {
            faults.check(
                    Scopes.GRANTABLE.contains(scopes.get(i)),
                    "/scopes/" + i,
                    "unknown",
                    "must be one of " + String.join(", ", Scopes.GRANTABLE));
        }
        faults.throwIfAny();
        return scopes.stream().distinct().sorted().toList();
    }
}
