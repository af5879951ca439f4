package eu.mpf.gateway.policy.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * API keys on the forwarding path. What is known of a key is kept for some seconds, so that a revoked one ends soon on
 * every instance and what its client may do changes soon, and serves on while the database is away. The token that goes to
 * the services in the key's place is made anew only when the last one is nearly over, or says something that has changed.
 */
public final class ApiKeyChecks implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(ApiKeyChecks.class);
    private static final int THREADS = 2;
    private static final int QUEUE = 512;
    /** Known keys and made-up ones. */
    static final int MOST = 20_000;

    private static final Duration AWAY_RETRY = Duration.ofSeconds(2);
    private static final Duration TOKEN_MARGIN = Duration.ofMinutes(1);

    /** Finds a key by its prefix; may block. */
    @FunctionalInterface
    public interface Source {
        Optional<KeyRecord> find(String prefix);
    }

    /** Makes the token that stands for a key towards the services. */
    @FunctionalInterface
    public interface Minter {
        Minted mint(KeyRecord key);
    }

    /** A token, and who its holder is. */
    public record Minted(String token, Caller caller) {}

    /** What became of a key. */
    public sealed interface Outcome {
        record Accepted(Minted minted) implements Outcome {}

        record Refused(String reason) implements Outcome {}

        /** It is not known here, and the database cannot be asked. */
        record Unknown() implements Outcome {}
    }

    private static final class Entry {
        private final @Nullable KeyRecord key;
        private final Instant readAt;
        private volatile @Nullable Minted minted;
        private volatile @Nullable Instant usedAt;

        Entry(@Nullable KeyRecord key, Instant readAt) {
            this.key = key;
            this.readAt = readAt;
        }
    }

    private final Source source;
    private final Minter minter;
    private final Clock clock;
    private final Duration fresh;
    private final Cache<String, Entry> entries = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofDays(1))
            .executor(Runnable::run)
            .build();
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("gateway-key-", 0).factory());

    /** @param fresh how long what was read is relied on while the database can be asked */
    public ApiKeyChecks(Source source, Minter minter, Clock clock, Duration fresh) {
        this.source = source;
        this.minter = minter;
        this.clock = clock;
        this.fresh = fresh;
        pool.allowCoreThreadTimeOut(true);
    }

    /** What is known of a key without asking anybody, or null. */
    @Nullable
    Outcome known(KeyText text) {
        Entry entry = entries.getIfPresent(text.prefix());
        Instant now = clock.instant();
        if (entry == null || entry.readAt.plus(fresh).isBefore(now)) {
            return null;
        }
        return judge(entry, text, now, false);
    }

    /**
     * Finds out in the background.
     *
     * @throws java.util.concurrent.RejectedExecutionException if too many are waiting
     */
    void check(KeyText text, java.util.function.Consumer<Outcome> receiver) {
        pool.execute(() -> receiver.accept(find(text)));
    }

    /** Finds out on the calling thread, which must be allowed to block. */
    Outcome find(KeyText text) {
        Outcome known = known(text);
        if (known != null) {
            return known;
        }
        Instant now = clock.instant();
        Entry old = entries.getIfPresent(text.prefix());
        try {
            Entry read = old != null && isFresh(old, now) ? old : read(text, old, now);
            return java.util.Objects.requireNonNull(judge(read, text, now, true));
        } catch (RuntimeException e) {
            LOG.warnf("an API key cannot be looked up: %s", e.getMessage());
            return new Outcome.Unknown();
        }
    }

    /** Keys held at the moment, good and bad. */
    long remembered() {
        return entries.estimatedSize();
    }

    private boolean isFresh(Entry entry, Instant now) {
        return !entry.readAt.plus(fresh).isBefore(now);
    }

    private Entry read(KeyText text, @Nullable Entry old, Instant now) {
        Entry read;
        try {
            var found = source.find(text.prefix());
            read = new Entry(found.isPresent() ? found.get() : null, now);
        } catch (RuntimeException e) {
            if (old == null) {
                throw e;
            }
            // The database is away: what was known serves on, and it is asked again soon.
            read = new Entry(old.key, now.minus(fresh).plus(AWAY_RETRY));
        }
        if (old != null
                && old.key != null
                && read.key != null
                && old.key.saysTheSameAs(read.key)
                && !read.key.expiresAt().isBefore(old.key.expiresAt())) {
            read.minted = old.minted;
        }
        if (old != null) {
            read.usedAt = old.usedAt;
        }
        entries.put(text.prefix(), read);
        return read;
    }

    /** Null if a token must be made first and that is not allowed here. */
    private @Nullable Outcome judge(Entry entry, KeyText text, Instant now, boolean mayMint) {
        KeyRecord key = entry.key;
        if (key == null || !MessageDigest.isEqual(key.hash(), text.hash())) {
            return new Outcome.Refused("The API key is not known.");
        }
        if (!now.isBefore(key.expiresAt())) {
            return new Outcome.Refused("The API key has expired or is revoked.");
        }
        Minted minted = entry.minted;
        if (minted == null || isNearlyOver(minted, key, now)) {
            if (!mayMint) {
                return null;
            }
            minted = minter.mint(key);
            entry.minted = minted;
        }
        entry.usedAt = now;
        return new Outcome.Accepted(minted);
    }

    private static boolean isNearlyOver(Minted minted, KeyRecord key, Instant now) {
        Instant end = minted.caller().expiresAt();
        return now.plus(TOKEN_MARGIN).isAfter(end) && end.isBefore(key.expiresAt());
    }

    /** A key that was changed here: it is read anew at its next use. */
    public void forget(String prefix) {
        entries.invalidate(prefix);
    }

    /** When each key was last used on this instance, since the last call. */
    public Map<UUID, Instant> takeUses() {
        Map<UUID, Instant> uses = new HashMap<>();
        for (Entry entry : entries.asMap().values()) {
            Instant used = entry.usedAt;
            if (entry.key != null && used != null) {
                uses.put(entry.key.id(), used);
                entry.usedAt = null;
            }
        }
        return uses;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
