package eu.mpf.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The JSON Schemas of the events a service publishes: {@code src/main/contracts/events/<type>.schema.json}, where the
 * leading {@code eu.mpf.<service>.} of the type may be left out.
 */
public final class EventSchemas {

    private static final Path DIRECTORY = Path.of("src/main/contracts/events");

    private EventSchemas() {}

    /** Fails unless the event's type has a schema and the data follow it. */
    public static void validate(PublishedEvent event) {
        validate(event.type(), event.data());
    }

    public static void validate(String type, JsonNode data) {
        validate(type, data.toString());
    }

    public static void validate(String type, String json) {
        List<com.networknt.schema.Error> errors = schema(type)
                .validate(
                        json,
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)));
        if (!errors.isEmpty()) {
            throw new AssertionError(type + " does not follow its schema: " + errors + "\n" + json);
        }
    }

    private static Schema schema(String type) {
        Path file = List.of(type, type.replaceFirst("^eu\\.mpf\\.[a-z]+\\.", "")).stream()
                .map(name -> DIRECTORY.resolve(name + ".schema.json"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no schema for " + type + " in " + DIRECTORY.toAbsolutePath()));
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(file), InputFormat.JSON);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
