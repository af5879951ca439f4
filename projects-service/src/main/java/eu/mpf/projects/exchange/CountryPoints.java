package eu.mpf.projects.exchange;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** A point inside each country, good enough for a mark on a map of the world. Countries that are not listed have none. */
final class CountryPoints {

    private static final Map<String, Point> POINTS = read();

    private CountryPoints() {}

    /** WGS 84, in degrees. */
    record Point(BigDecimal longitude, BigDecimal latitude) {}

    static Optional<Point> of(String country) {
        return Optional.ofNullable(POINTS.get(country));
    }

    private static Map<String, Point> read() {
        var file = Objects.requireNonNull(CountryPoints.class.getResourceAsStream("/reference/country-points.csv"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .collect(Collectors.toUnmodifiableMap(
                            cells -> cells[0], cells -> new Point(new BigDecimal(cells[2]), new BigDecimal(cells[1]))));
        } catch (IOException e) {
            throw new UncheckedIOException("The points of countries cannot be read", e);
        }
    }
}
