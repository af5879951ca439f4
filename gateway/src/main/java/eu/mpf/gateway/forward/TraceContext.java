package eu.mpf.gateway.forward;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** W3C trace context, version 00. */
final class TraceContext {

    private static final Pattern VALID = Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");
    private static final char[] HEX = "0123456789abcdef".toCharArray();

    private TraceContext() {}

    /**
     * A new span: in the parent's trace if there is a valid parent, else in a new one.
     *
     * @param sampled the share of new traces that are kept, from 0 to 1
     */
    static String child(@Nullable String parent, double sampled) {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] out = new char[55];
        if (parent != null && VALID.matcher(parent).matches()) {
            parent.getChars(0, 55, out, 0);
        } else {
            out[0] = '0';
            out[1] = '0';
            out[2] = '-';
            hex(out, 3, random.nextLong() | 1L << 60);
            hex(out, 19, random.nextLong());
            out[35] = '-';
            out[52] = '-';
            out[53] = '0';
            out[54] = sampled >= 1 || random.nextDouble() < sampled ? '1' : '0';
        }
        hex(out, 36, random.nextLong() | 1L << 60);
        return new String(out);
    }

    private static void hex(char[] out, int at, long value) {
        for (int i = 0; i < 16; i++) {
            out[at + i] = HEX[(int) (value >>> (60 - 4 * i)) & 15];
        }
    }
}
