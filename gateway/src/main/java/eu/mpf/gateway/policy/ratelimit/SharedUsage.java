package eu.mpf.gateway.policy.ratelimit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Tells the other instances what clients took here, and hears what they took there: one statement for all clients,
 * however many. Clients appear by a keyed hash, so the table holds neither addresses nor names.
 */
@ApplicationScoped
public class SharedUsage {

    private static final Logger LOG = Logger.getLogger(SharedUsage.class);

    // In one order everywhere, so that two instances never wait for each other in a circle.
    private static final String TELL = """
            INSERT INTO rate_usage AS u (client, used, counted_at, level, level_at, refill)
            SELECT client, used, now(), used, now(), refill
            FROM unnest(?::text[], ?::bigint[], ?::float8[]) AS taken (client, used, refill) ORDER BY client
            ON CONFLICT (client) DO UPDATE SET used = u.used + excluded.used, counted_at = now(),
              level = excluded.used + greatest(0, u.level
                - excluded.refill * greatest(0, extract(epoch FROM now() - coalesce(u.level_at, now())))),
              level_at = greatest(u.level_at, now()), refill = excluded.refill
            RETURNING client, used, level""";

    private final DataSource database;
    private final RateLimiter limiter;
    private final SecretKeySpec key;

    SharedUsage(DataSource database, RateLimiter limiter, eu.mpf.web.WebConfig config) {
        this.database = database;
        this.limiter = limiter;
        this.key = new SecretKeySpec(config.pageTokenKey().getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** Both directions, for every client that took something here since the last time. */
    @Scheduled(
            identity = "share-rate-usage",
            every = "{mpf.gateway.rate-limits.share}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    public void share() {
        Map<String, Long> taken = limiter.takeUntold();
        if (taken.isEmpty()) {
            return;
        }
        Map<String, String> names = new HashMap<>();
        taken.keySet().forEach(client -> names.put(hashed(client), client));
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(TELL)) {
            String[] hashes = new String[names.size()];
            Long[] amounts = new Long[hashes.length];
            Double[] refills = new Double[hashes.length];
            int next = 0;
            for (Map.Entry<String, String> client : names.entrySet()) {
                hashes[next] = client.getKey();
                amounts[next] = taken.get(client.getValue());
                refills[next] = limiter.refill(client.getValue());
                next++;
            }
            Array clients = connection.createArrayOf("text", hashes);
            statement.setArray(1, clients);
            statement.setArray(2, connection.createArrayOf("bigint", amounts));
            statement.setArray(3, connection.createArrayOf("float8", refills));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String client = names.get(row.getString(1));
                    Long used = client == null ? null : taken.get(client);
                    if (client != null && used != null) {
                        limiter.settle(client, used, row.getLong(2), row.getDouble(3));
                    }
                }
            }
        } catch (SQLException e) {
            limiter.putBack(taken);
            LOG.warnf("what clients have used cannot be shared; each instance counts alone: %s", e.getMessage());
        }
    }

    /** What nobody has added to for long has no effect any more. */
    @Scheduled(identity = "forget-rate-usage", every = "10m", delayed = "10m")
    void forget() {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "DELETE FROM rate_usage WHERE counted_at < now() - interval '1 hour'")) {
            statement.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("old counts were not removed: %s", e.getMessage());
        }
    }

    private String hashed(String client) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of().formatHex(mac.doFinal(client.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
