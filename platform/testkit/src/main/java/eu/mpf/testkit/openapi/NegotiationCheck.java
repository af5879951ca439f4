package eu.mpf.testkit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.restassured.http.Headers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads that a service's document offers in several media types: their answers say that they vary by it. */
public final class NegotiationCheck {

    private static final Path COMMITTED = Path.of("src/main/contracts/openapi.yaml");
    private static final String USUAL = "application/json";

    private NegotiationCheck() {}

    /**
     * One media type of a read.
     *
     * @param path with its parameters as in the document
     */
    public record Offer(String path, String operation, String mediaType) {}

    /** All of them, as the committed document has them. */
    public static List<Offer> offers() {
        List<Offer> offers = new ArrayList<>();
        try {
            new YAMLMapper().readTree(Files.readString(COMMITTED)).path("paths").forEachEntry((path, item) -> {
                JsonNode read = item.path("get");
                if (isNegotiated(read)) {
                    read.at("/responses/200/content")
                            .fieldNames()
                            .forEachRemaining(type -> offers.add(
                                    new Offer(path, read.path("operationId").asText(), type)));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return offers;
    }

    /** JSON and something else: a file that comes in the type it was uploaded in is not negotiated. */
    static boolean isNegotiated(JsonNode read) {
        JsonNode content = read.at("/responses/200/content");
        return content.has(USUAL) && content.size() > 1;
    }

    public static boolean saysItVaries(Headers answer) {
        return answer.getValues("Vary").stream()
                .flatMap(line -> Arrays.stream(line.split(",", -1)))
                .map(String::strip)
                .anyMatch(name -> name.equalsIgnoreCase("Accept") || name.equals("*"));
    }
}
