package eu.mpf.web.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Feeds a parser with what its good inputs become when bytes are changed, cut, doubled and joined with what breaks parsers.
 * The same seed gives the same inputs: {@code -Dmpf.fuzz.seed=N}; {@code -Dmpf.fuzz.inputs=N} for a long run.
 */
public final class Mutations {
    private static final List<String> BREAKERS = List.of(
            "\"",
            "'",
            ";",
            ",",
            "\t",
            "\r\n",
            "\n\n",
            "\u0000",
            "\uFEFF",
            "\\",
            "{",
            "}",
            "[[[[",
            "<![CDATA[",
            "&x;",
            "%s%n",
            "../",
            "=1+1",
            "-",
            "+",
            ".",
            "1e999999999",
            "99999999999999999999",
            "-0",
            "NaN",
            "\ud800",
            "\u202e",
            "PK\u0003\u0004",
            "%PDF-",
            "stream\n",
            "endobj",
            "/#",
            "/JavaScrip",
            "x".repeat(5_000));

    private static final int LONGEST = 200_000;

    private Mutations() {}

    /** What is tried with each input. */
    @FunctionalInterface
    public interface Target {
        void accept(byte[] input) throws Exception;
    }

    /**
     * Tries many inputs.
     *
     * @param refusals what a parser may answer a bad input with; anything else ends the test and names the input
     */
    public static void each(List<byte[]> seeds, Target target, List<Class<? extends Exception>> refusals) {
        var seed = Long.getLong("mpf.fuzz.seed", 20_260_301L);
        var random = new SplittableRandom(seed);
        for (int i = 0; i < Integer.getInteger("mpf.fuzz.inputs", 3_000); i++) {
            var input = seeds.get(random.nextInt(seeds.size()));
            for (int n = 1 + random.nextInt(6); n > 0; n--) {
                input = mutated(input, seeds, random);
            }
            check(
                    target,
                    Arrays.copyOf(input, Math.min(input.length, LONGEST)),
                    refusals,
                    "seed %d, input %d".formatted(seed, i));
        }
    }

    private static void check(Target target, byte[] input, List<Class<? extends Exception>> refusals, String where) {
        try {
            target.accept(input);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            if (refusals.stream().noneMatch(refusal -> refusal.isInstance(e))) {
                throw new AssertionError(
                        "%s: %s".formatted(where, Base64.getEncoder().encodeToString(input)), e);
            }
        }
    }

    private static byte[] mutated(byte[] input, List<byte[]> seeds, SplittableRandom random) {
        if (input.length == 0) {
            return random.nextBoolean() ? input : breaker(random);
        }
        var at = random.nextInt(input.length);
        var to = at + random.nextInt(Math.min(64, input.length - at) + 1);
        return switch (random.nextInt(7)) {
            case 0 -> {
                var changed = input.clone();
                changed[at] = (byte) random.nextInt(256);
                yield changed;
            }
            case 1 -> {
                var changed = input.clone();
                changed[at] ^= (byte) (1 << random.nextInt(8));
                yield changed;
            }
            case 2 -> Arrays.copyOf(input, at);
            case 3 -> joined(Arrays.copyOf(input, at), Arrays.copyOfRange(input, to, input.length));
            case 4 -> joined(Arrays.copyOf(input, to), Arrays.copyOfRange(input, at, input.length));
            case 5 -> joined(Arrays.copyOf(input, at), breaker(random), Arrays.copyOfRange(input, at, input.length));
            default -> joined(Arrays.copyOf(input, at), seeds.get(random.nextInt(seeds.size())));
        };
    }

    private static byte[] breaker(SplittableRandom random) {
        return BREAKERS.get(random.nextInt(BREAKERS.size())).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
