package eu.mpf.system.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.stream.Collectors;

/** Durations in milliseconds, summed up. */
final class Medians {

    private Medians() {}

    static double of(Collection<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    static String listed(Collection<Double> values) {
        return values.stream()
                .map(value -> String.format(Locale.ROOT, "%.2f", value))
                .collect(Collectors.joining(" "));
    }
}
