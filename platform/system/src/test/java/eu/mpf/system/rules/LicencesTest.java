package eu.mpf.system.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What we deliver may be given on beside our own licence (EUPL-1.2), as the bill of materials of each deployable says. */
class LicencesTest {

    /** A part under several licences may be taken under any of them. */
    private static final Set<String> ACCEPTED = Set.of(
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "MIT",
            "MIT-0",
            "CC0-1.0",
            "Public Domain",
            "Go License", // the three clauses of BSD
            "iCal4j - License", // these too
            "EPL-1.0",
            "EPL-2.0",
            "MPL-2.0",
            "Mozilla Public License Version 2.0",
            "LGPL-2.1-or-later"); // used as a library, unchanged

    @ParameterizedTest
    @ValueSource(strings = {"projects-service", "events-service", "calls-service", "gateway"})
    void everyPartOfADeployableHasALicenceWeMayGiveOn(String deployable) throws IOException {
        Path materials = Path.of("../..").resolve(deployable).resolve("target/sbom.json");
        assumeTrue(Files.exists(materials), "a quick build writes no bill of materials");
        JsonNode components = new ObjectMapper().readTree(materials.toFile()).path("components");
        assertThat(components).hasSizeGreaterThan(100);
        var refused = new ArrayList<String>();
        for (JsonNode component : components) {
            boolean ours = component.path("group").asText().equals("eu.mpf");
            if (!ours && licences(component).stream().noneMatch(ACCEPTED::contains)) {
                refused.add(component.path("purl").asText() + " " + licences(component));
            }
        }
        assertThat(refused).isEmpty();
    }

    private static List<String> licences(JsonNode component) {
        var names = new ArrayList<String>();
        for (JsonNode each : component.path("licenses")) {
            JsonNode licence = each.path("license");
            names.add(
                    each.has("expression")
                            ? each.path("expression").asText()
                            : licence.path("id").asText(licence.path("name").asText()));
        }
        return names;
    }
}
