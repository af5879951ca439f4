package eu.mpf.gateway.policy;

import eu.mpf.gateway.Exchange;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** Gives every request an id, the client's own if it is well formed, and echoes it on the answer. */
public final class RequestIdPolicy implements Policy {

    public static final String HEADER = "X-Request-Id";

    private static final char[] HEX = "0123456789abcdef".toCharArray();

    @Override
    public void apply(Exchange exchange) {
        String offered = exchange.request().getHeader(HEADER);
        String id = isWellFormed(offered) ? offered : create();
        exchange.requestId(id);
        exchange.response().headers().set(HEADER, id);
        exchange.next();
    }

    @SuppressWarnings("NullAway") // null is not well formed, which NullAway cannot see through the caller's condition
    private static boolean isWellFormed(@Nullable String id) {
        if (id == null || id.length() < 8 || id.length() > 64) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean plain = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!plain && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    public static String create() {
        return create(System.currentTimeMillis());
    }

    /** A UUIDv7 (RFC 9562). It must be unique, not secret: a fast generator will do. */
    static String create(long millis) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        long high = millis << 16 | 0x7000 | random.nextInt(0x1000);
        long low = random.nextLong() & 0x3fff_ffff_ffff_ffffL | 0x8000_0000_0000_0000L;
        char[] out = new char[36];
        int at = 0;
        for (int nibble = 0; nibble < 32; nibble++) {
            if (nibble == 8 || nibble == 12 || nibble == 16 || nibble == 20) {
                out[at++] = '-';
            }
            long half = nibble < 16 ? high : low;
            out[at++] = HEX[(int) (half >>> (60 - 4 * (nibble & 15))) & 15];
        }
        return new String(out);
    }
}
