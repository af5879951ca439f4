package eu.mpf.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The published facts that the demonstration data is made of, with the faults they were published with. */
public final class GoldenData {
    private static final Path DIRECTORY = Path.of("../platform/system/src/main/resources/demo");

    private GoldenData() {}

    /** @param file such as {@code portfolio.json} */
    public static JsonNode read(String file) throws IOException {
        return new ObjectMapper().readTree(DIRECTORY.resolve(file).toFile());
    }
}
