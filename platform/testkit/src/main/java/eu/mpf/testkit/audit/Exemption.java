package eu.mpf.testkit.audit;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeMap;

/** What an operation is spared of what the others must leave in the trail. */
enum Exemption {
    NOT_AT_ALL,
    /** No entry. */
    NONE,
    /** An entry without states. */
    STATE,
    /** An entry without a state before. */
    BEFORE,
    /** An entry at the first time only. */
    REPEAT;

    /** By operation id, from the committed list, in which each has its reason. */
    static Map<String, Exemption> committed() {
        Properties lines = new Properties();
        try (var file = new InputStreamReader(
                Objects.requireNonNull(Exemption.class.getResourceAsStream("exempt.properties")),
                StandardCharsets.UTF_8)) {
            lines.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, Exemption> exemptions = new TreeMap<>();
        for (String operation : lines.stringPropertyNames()) {
            String[] parts = lines.getProperty(operation).split(":", 2);
            if (parts.length < 2 || parts[1].isBlank()) {
                throw new IllegalStateException(operation + " is exempt from the audit trail without a reason");
            }
            exemptions.put(operation, valueOf(parts[0].strip().toUpperCase(Locale.ROOT)));
        }
        return exemptions;
    }
}
