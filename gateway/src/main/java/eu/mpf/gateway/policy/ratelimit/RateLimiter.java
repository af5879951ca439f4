package eu.mpf.gateway.policy.ratelimit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import eu.mpf.gateway.GatewayConfig;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.TokensInheritanceStrategy;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Token buckets by client. Each instance has a bucket of the full size for each client and decides alone, without waiting
 * for anybody; once in a while the instances tell each other what was taken, and each takes what the others gave out from
 * its own bucket; also what they gave out before this one met the client, as far as it still counts. So a client gets no
 * more than its limit and what it can take between two tellings, whether it spreads its requests or moves on, and the limit
 * holds for each instance by itself while the database is away (docs/adr).
 */
public final class RateLimiter {

    private static final int MOST_CLIENTS = 100_000;

    /** What one client has left of its limit. */
    public record Verdict(boolean allowed, int limit, long remaining, long resetSeconds, long waitSeconds) {}

    /** One client's bucket here, and what the others know of it. */
    private static final class Account {
        private final Bucket bucket;
        private final AtomicLong untold = new AtomicLong();
        private volatile int limit;
        private long told = -1;
        private long toldAt;

        Account(Bucket bucket, int limit) {
            this.bucket = bucket;
            this.limit = limit;
        }

        /** What is left keeps its share of the whole. */
        synchronized void adjust(int next, Bandwidth bandwidth) {
            if (limit != next) {
                bucket.replaceConfiguration(
                        BucketConfiguration.builder().addLimit(bandwidth).build(),
                        TokensInheritanceStrategy.PROPORTIONALLY);
                limit = next;
            }
        }
    }

    private final AtomicIntegerArray limits = new AtomicIntegerArray(ClientKind.values().length);
    private final Duration window;
    private final TimeMeter meter;
    private final Cache<String, Account> accounts;

    public RateLimiter(GatewayConfig.Gateway.RateLimits config) {
        this(config, TimeMeter.SYSTEM_MILLISECONDS);
    }

    RateLimiter(GatewayConfig.Gateway.RateLimits config, TimeMeter meter) {
        this.window = config.window();
        this.meter = meter;
        limit(ClientKind.ANONYMOUS, config.anonymous());
        limit(ClientKind.TOKEN, config.token());
        limit(ClientKind.KEY, config.key());
        this.accounts = Caffeine.newBuilder()
                .maximumSize(MOST_CLIENTS)
                .expireAfterAccess(window.multipliedBy(2))
                .executor(Runnable::run)
                .build();
    }

    /** Requests of one kind of client in a window. */
    public int limit(ClientKind kind) {
        return limits.get(kind.ordinal());
    }

    /** Another limit for one kind of client, from its next request on. */
    public void limit(ClientKind kind, int requests) {
        limits.set(kind.ordinal(), requests);
    }

    public Duration window() {
        return window;
    }

    /**
     * Takes one request from a client's bucket.
     *
     * @param own the client's own limit, null for that of its kind
     */
    public Verdict take(ClientKind kind, String client, @Nullable Integer own) {
        int limit = own == null ? limit(kind) : own;
        Account account = accounts.get(client, unseen -> open(limit));
        if (account.limit != limit) {
            account.adjust(limit, bandwidth(limit));
        }
        ConsumptionProbe probe = account.bucket.tryConsumeAndReturnRemaining(1);
        if (probe.isConsumed()) {
            account.untold.getAndIncrement();
        }
        return new Verdict(
                probe.isConsumed(),
                limit,
                Math.max(0, probe.getRemainingTokens()),
                seconds(probe.getNanosToWaitForReset()),
                Math.max(1, seconds(probe.getNanosToWaitForRefill())));
    }

    private Account open(int limit) {
        return new Account(
                Bucket.builder()
                        .addLimit(bandwidth(limit))
                        .withCustomTimePrecision(meter)
                        .build(),
                limit);
    }

    private Bandwidth bandwidth(int limit) {
        return Bandwidth.builder().capacity(limit).refillGreedy(limit, window).build();
    }

    private static long seconds(long nanos) {
        return (nanos + 999_999_999L) / 1_000_000_000L;
    }

    /** What clients took here since the last call. One thread at a time. */
    Map<String, Long> takeUntold() {
        Map<String, Long> taken = new HashMap<>();
        accounts.asMap().forEach((client, account) -> {
            long untold = account.untold.getAndSet(0);
            if (untold > 0) {
                taken.put(client, untold);
            }
        });
        return taken;
    }

    /** Puts back what could not be told. */
    void putBack(Map<String, Long> taken) {
        taken.forEach((client, amount) -> {
            Account account = accounts.getIfPresent(client);
            if (account != null) {
                account.untold.addAndGet(amount);
            }
        });
    }

    /** Requests a second that come back to a client. */
    double refill(String client) {
        Account account = accounts.getIfPresent(client);
        return account == null ? 0 : account.limit * 1e9 / window.toNanos();
    }

    /**
     * Takes from a client's bucket what other instances gave out.
     *
     * @param own what this instance has just told
     * @param total of all instances since they began to count, this one's included
     * @param level what of the total still counts, since it has not come back yet
     */
    void settle(String client, long own, long total, double level) {
        Account account = accounts.getIfPresent(client);
        if (account == null) {
            return;
        }
        long now = meter.currentTimeNanos();
        long others = account.told < 0 ? Math.round(level - own) : sinceTold(account, now, total - account.told - own);
        if (others > 0) {
            account.bucket.consumeIgnoringRateLimits(others);
        }
        account.told = total;
        account.toldAt = now;
    }

    /** Of what was taken long ago, only the last window's share still counts. */
    private long sinceTold(Account account, long now, long others) {
        if (others <= 0) {
            return 0;
        }
        long passed = Math.max(1, now - account.toldAt);
        double recent = Math.min(1, (double) window.toNanos() / passed);
        return Math.max(1, (long) (others * recent));
    }

    static long inSeconds(Duration window) {
        return Math.max(1, TimeUnit.MILLISECONDS.toSeconds(window.toMillis()));
    }
}
