package eu.mpf.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.fuzz.Seeds;
import eu.mpf.web.page.PageParams;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Days;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A query, whatever it holds, has values that each type of parameter reads, or is refused. Sought by {@code ./mpf fuzz ParametersTargetTest}; here the known inputs only. */
@Tag("E27")
public class ParametersTargetTest {

    private static final Set<String> EXPANDABLE = Set.of("lead", "partners");
    private static final List<Class<?>> TYPES =
            List.of(Integer.class, Long.class, Boolean.class, UUID.class, LocalDate.class, Instant.class, Kind.class);

    private enum Kind {
        PROJECT,
        EVENT
    }

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        var page = new PageParams();
        for (var pair : new String(input, StandardCharsets.UTF_8).split("&")) {
            var split = pair.indexOf('=');
            if (split < 0) {
                continue;
            }
            String value;
            try {
                value = URLDecoder.decode(pair.substring(split + 1), StandardCharsets.UTF_8);
            } catch (IllegalArgumentException refused) {
                continue; // by the server, before anybody looks
            }
            for (var type : TYPES) {
                if (ParameterTypes.fault(type, value) == null) {
                    read(type, value);
                }
            }
            take(page, pair.substring(0, split), value);
        }
        try {
            if (page.size() < 1 || page.size() > PageParams.MAXIMUM_SIZE) {
                throw new IllegalStateException("a page of " + page.size());
            }
            if (!EXPANDABLE.containsAll(page.expand(EXPANDABLE))) {
                throw new IllegalStateException("expands what is not offered: " + page.expand);
            }
        } catch (ProblemException refused) {
            return; // as it should
        }
    }

    /** What was found without fault is a value. */
    private static void read(Class<?> type, String text) {
        switch (type.getSimpleName()) {
            case "Integer" -> Integer.parseInt(text);
            case "Long" -> Long.parseLong(text);
            case "UUID" -> UUID.fromString(text);
            case "LocalDate" -> Days.checked(LocalDate.parse(text));
            case "Instant" ->
                Days.checked(
                        Instant.parse(text).atOffset(java.time.ZoneOffset.UTC).toLocalDate());
            case "Kind" -> Kind.valueOf(text);
            default -> {
                if (!Boolean.toString(Boolean.parseBoolean(text)).equals(text)) {
                    throw new IllegalStateException("neither true nor false: " + text);
                }
            }
        }
    }

    private static void take(PageParams page, String name, String value) {
        switch (name) {
            case "pageSize" ->
                page.pageSize = ParameterTypes.fault(Integer.class, value) == null ? Integer.valueOf(value) : null;
            case "expand" -> page.expand = value;
            default -> {
                // a filter of some list
            }
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(ParametersTargetTest.class, ParametersTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
