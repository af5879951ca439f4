package eu.mpf.gateway.policy.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import eu.mpf.gateway.GatewayConfig;
import eu.mpf.web.value.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Verified tokens, remembered by their SHA-256 until they expire, and the small pool that verifies new ones.
 * A signature costs up to half a millisecond, so random tokens are an attack: the pool and its queue are bounded, and a
 * client address that has shown too many bad tokens in a second has its unknown ones turned away unread.
 */
public final class TokenChecks implements AutoCloseable {

    private static final int THREADS = 2;
    private static final int QUEUE = 1_024;
    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int SUSPECTS = 10_000;
    private static final Duration SUSPECTED = Duration.ofSeconds(1);

    /** What became of a token. */
    public sealed interface Outcome {
        record Accepted(Caller caller) implements Outcome {}

        record Refused(String reason) implements Outcome {}

        /** The issuer's keys cannot be had. */
        record Unknown() implements Outcome {}
    }

    /** Takes the outcome; called on a thread of the pool. */
    @FunctionalInterface
    public interface Receiver {
        void accept(Outcome outcome);
    }

    private final TokenVerifier verifier;
    private final @Nullable TokenVerifier own;
    private final Clock clock;
    private final int badTokensPerSecond;
    private final Duration skew;
    private final Cache<String, Caller> verified;
    private final Cache<String, AtomicInteger> bad;
    private final ThreadPoolExecutor pool = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            30,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(QUEUE),
            Thread.ofPlatform().daemon().name("gateway-token-", 0).factory());

    public TokenChecks(TokenVerifier verifier, GatewayConfig config, Clock clock) {
        this(verifier, null, config, clock);
    }

    /** @param own for the tokens this instance makes of API keys */
    public TokenChecks(TokenVerifier verifier, @Nullable TokenVerifier own, GatewayConfig config, Clock clock) {
        this(verifier, own, config, clock, Ticker.systemTicker());
    }

    TokenChecks(TokenVerifier verifier, @Nullable TokenVerifier own, GatewayConfig config, Clock clock, Ticker ticker) {
        this.verifier = verifier;
        this.own = own;
        this.clock = clock;
        this.badTokensPerSecond = config.gateway().limits().badTokens();
        this.skew = config.identity().clockSkew();
        this.verified = memory(config.gateway().limits().tokens(), REMEMBERED, ticker);
        this.bad = memory(SUSPECTS, SUSPECTED, ticker);
        pool.allowCoreThreadTimeOut(true);
    }

    private static <T> Cache<String, T> memory(int most, Duration kept, Ticker ticker) {
        Executor here = Runnable::run;
        return Caffeine.newBuilder()
                .maximumSize(most)
                .expireAfterWrite(kept)
                .ticker(ticker)
                .executor(here)
                .build();
    }

    /** Tokens held at the moment; never more than configured. */
    long remembered() {
        return verified.estimatedSize();
    }

    /** Addresses held at the moment for the bad tokens they have shown. */
    long suspects() {
        return bad.estimatedSize();
    }

    /** The caller of a token that was verified before and has not expired since. */
    public @Nullable Caller known(String fingerprint) {
        Caller caller = verified.getIfPresent(fingerprint);
        return caller == null || caller.expiresAt().plus(skew).isBefore(clock.instant()) ? null : caller;
    }

    /** Whether this address has used up its bad tokens for the moment. */
    public boolean isSuspect(String address) {
        AtomicInteger count = bad.getIfPresent(address);
        return count != null && count.get() >= badTokensPerSecond;
    }

    /** Counts a bad token or key. */
    public void noteBad(String address) {
        bad.get(address, unseen -> new AtomicInteger()).incrementAndGet();
    }

    /**
     * Verifies in the background.
     *
     * @throws java.util.concurrent.RejectedExecutionException if too many are waiting
     */
    public void check(String token, String fingerprint, String address, Receiver receiver) {
        pool.execute(() -> receiver.accept(verify(token, fingerprint, address)));
    }

    /** Verifies on the calling thread, which must be allowed to block. */
    public Outcome verify(String token, String fingerprint, String address) {
        Caller known = known(fingerprint);
        if (known != null) {
            return new Outcome.Accepted(known);
        }
        try {
            Caller caller = own != null && own.isAddressed(token) ? own.verify(token) : verifier.verify(token);
            verified.put(fingerprint, caller);
            return new Outcome.Accepted(caller);
        } catch (BadTokenException e) {
            noteBad(address);
            return new Outcome.Refused(String.valueOf(e.getMessage()));
        } catch (IdentityUnavailableException e) {
            System.getLogger(TokenChecks.class.getName())
                    .log(System.Logger.Level.WARNING, "Tokens cannot be checked: {0}", String.valueOf(e.getCause()));
            return new Outcome.Unknown();
        }
    }

    /** SHA-256 of the token: the memory never holds a token itself. */
    public static String fingerprint(String token) {
        return Sha256.hex(token.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
