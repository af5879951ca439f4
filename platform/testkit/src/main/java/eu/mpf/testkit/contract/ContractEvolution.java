package eu.mpf.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Within a major version contracts only grow: what was released stays true. Additions pass by themselves; what breaks a
 * caller or a consumer fails with its name. The released state lies in {@code src/main/contracts/released} and is replaced
 * at a release by {@code -Dmpf.contracts.release=true}. A change that looks like a break and is none is accepted by a line
 * in {@code accepted.txt} there, until that release: what the complaint contains, {@code |}, and why. A service's test class
 * extends this one.
 */
@Tag("X19")
public abstract class ContractEvolution {
    private static final Path PRESENT = Path.of("src/main/contracts");
    private static final Path RELEASED = PRESENT.resolve("released");
    private static final Path ACCEPTED = RELEASED.resolve("accepted.txt");
    private static final YAMLMapper YAML = new YAMLMapper();

    @Test
    void theApiTakesAndAnswersAllThatWasReleased() throws IOException {
        release("openapi.yaml");
        assertThat(unaccepted(apiChanges())).as("changes that break callers").isEmpty();
    }

    private static List<String> apiChanges() throws IOException {
        return ApiChanges.breaking(read(RELEASED, "openapi.yaml"), read(PRESENT, "openapi.yaml"));
    }

    @Test
    void theEventsHoldAllThatWasReleased() throws IOException {
        release("asyncapi.yaml");
        assertThat(unaccepted(eventChanges()))
                .as("changes that break consumers")
                .isEmpty();
    }

    @Test
    void nothingIsAcceptedThatIsNotThere() throws IOException {
        if (Boolean.getBoolean("mpf.contracts.release")) {
            Files.deleteIfExists(ACCEPTED);
        }
        List<String> changes = new ArrayList<>(apiChanges());
        changes.addAll(eventChanges());
        assertThat(accepted())
                .allSatisfy(text -> assertThat(changes)
                        .as("accepted in %s", ACCEPTED)
                        .anySatisfy(change -> assertThat(change).contains(text)));
    }

    private static List<String> unaccepted(List<String> changes) throws IOException {
        List<String> accepted = accepted();
        return changes.stream()
                .filter(change -> accepted.stream().noneMatch(change::contains))
                .toList();
    }

    /** The first part of each line: what a complaint contains. */
    private static List<String> accepted() throws IOException {
        if (!Files.exists(ACCEPTED)) {
            return List.of();
        }
        return Files.readAllLines(ACCEPTED).stream()
                .map(line -> line.substring(0, line.indexOf(" | ")))
                .toList();
    }

    private static List<String> eventChanges() throws IOException {
        var broken = new ArrayList<String>();
        JsonNode released = read(RELEASED, "asyncapi.yaml");
        JsonNode present = read(PRESENT, "asyncapi.yaml");
        released.path("channels").properties().forEach(channel -> {
            JsonNode other = present.path("channels").path(channel.getKey());
            if (!other.path("address").equals(channel.getValue().path("address"))) {
                broken.add("topic " + channel.getValue().path("address").asText() + " is gone");
            }
            channel.getValue().path("messages").fieldNames().forEachRemaining(message -> {
                if (!other.path("messages").has(message)) {
                    broken.add("message " + message + " is gone from " + channel.getKey());
                }
            });
        });
        for (Path schema : schemas()) {
            broken.addAll(schemaChanges(schema.getFileName().toString()));
        }
        return broken;
    }

    private static List<String> schemaChanges(String file) throws IOException {
        if (!Files.exists(PRESENT.resolve("events").resolve(file))) {
            return List.of(file + " is gone");
        }
        JsonNode released = read(RELEASED.resolve("events"), file);
        JsonNode present = read(PRESENT.resolve("events"), file);
        return new SchemaChanges(released, present, false).between(file, released, present);
    }

    private static List<Path> schemas() throws IOException {
        if (Boolean.getBoolean("mpf.contracts.release")) {
            try (var files = Files.list(PRESENT.resolve("events"))) {
                for (Path file : files.toList()) {
                    release("events/" + file.getFileName());
                }
            }
        }
        try (var files = Files.list(RELEASED.resolve("events"))) {
            return files.sorted().toList();
        }
    }

    private static void release(String file) throws IOException {
        if (Boolean.getBoolean("mpf.contracts.release")) {
            Path target = RELEASED.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(PRESENT.resolve(file), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static JsonNode read(Path directory, String file) throws IOException {
        return YAML.readTree(Files.readString(directory.resolve(file)));
    }
}
