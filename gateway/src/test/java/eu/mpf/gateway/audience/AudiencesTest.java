package eu.mpf.gateway.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.web.security.Roles;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every type of event says who is told of it, and nobody is told more. */
@Tag("X6")
@Tag("X8")
class AudiencesTest {

    private static final String SUBMITTED = "eu.mpf.calls.application.submitted.v1";
    private static final String UNKNOWN = "eu.mpf.calls.application.invented.v1";
    private final Audiences audiences = new Audiences();

    private Sight sight(String role, String organisation) {
        return audiences.sight(List.of(role), organisation);
    }

    private static Path events(String service) {
        return Path.of("..", service + "-service", "src", "main", "contracts", "events");
    }

    @ParameterizedTest
    @ValueSource(strings = {"projects", "events", "calls"})
    void everySchemaOfAnEventHasATypeWithAnAudience(String service) throws IOException {
        Set<String> described = new TreeSet<>();
        try (Stream<Path> files = Files.list(events(service))) {
            files.map(file -> file.getFileName().toString().replace(".schema.json", ""))
                    .forEach(name -> described.add(
                            (name.startsWith("person.") ? "eu.mpf.gateway." : "eu.mpf." + service + ".") + name));
        }
        assertThat(described).isNotEmpty();
        assertThat(audiences.types()).containsAll(described);
    }

    @Test
    void theRolesExistAndTheFieldOfTheOrganisationIsAlwaysThere() throws Exception {
        Set<String> roles = new TreeSet<>();
        for (Field role : Roles.class.getFields()) {
            roles.add((String) role.get(null));
        }
        for (String type : audiences.types()) {
            Audience audience = audiences.of(type);
            assertThat(roles).as(type).containsAll(audience.roles());
            if (audience.organisation() != null) {
                String[] words = type.split("[.]", 4);
                JsonNode schema = new ObjectMapper()
                        .readTree(events(words[2])
                                .resolve(words[3] + ".schema.json")
                                .toFile());
                assertThat(schema.at("/properties/" + audience.organisation()).isMissingNode())
                        .as(type)
                        .isFalse();
            }
        }
    }

    @Test
    void everybodyIsToldOfWhatIsPublicAndNothingElse() {
        Sight partner = sight("partner", null);
        assertThat(partner.own()).isEmpty();
        assertThat(partner.unknown()).isFalse();
        assertThat(partner.open())
                .noneMatch(type -> type.contains(".application.")
                        || type.contains(".grant.")
                        || type.contains(".registration.")
                        || type.contains(".person.")
                        || type.contains(".audit.")
                        || type.contains("report.submitted"))
                .contains("eu.mpf.calls.call.published.v1", "eu.mpf.projects.project.registered.v1");
    }

    @ParameterizedTest
    @CsvSource({
        "applicant, LV-SBG, LV-SBG, true",
        "applicant, LV-SBG, LT-SBGS, false",
        "applicant, LV-SBG, , false",
        "partner, , LV-SBG, false",
        "partner, , , false",
        "programme-officer, , LV-SBG, true",
        "event-manager, , LV-SBG, false",
    })
    void anApplicationIsForStaffAndForWhoeverHandedItIn(
            String role, String organisation, String concerned, boolean seen) {
        assertThat(sight(role, organisation).sees(SUBMITTED, concerned)).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({"administrator, true", "programme-officer, false", "auditor, false", "applicant, false"})
    void aTypeNobodyKnowsIsForAdministratorsAlone(String role, boolean seen) {
        assertThat(sight(role, "LV-SBG").sees(UNKNOWN, "LV-SBG")).isEqualTo(seen);
        assertThat(sight(role, "LV-SBG").covers(UNKNOWN)).isEqualTo(seen);
        assertThat(audiences.of(UNKNOWN).includes(Set.of(role))).isEqualTo(seen);
    }

    @ParameterizedTest
    @CsvSource({
        "eu.mpf.calls.application.decided.v1, false",
        "eu.mpf.calls.application.submitted.v1, true",
        "eu.mpf.calls.application.*, true",
        "eu.mpf.calls.grant.*, false",
        "eu.mpf.calls.*, true",
        "eu.mpf.projects.project.*, true",
        "eu.mpf.nowhere.*, false",
    })
    void askingForWhatIsNeverToldMakesNoSense(String name, boolean sensible) {
        assertThat(sight("applicant", "LV-SBG").covers(name)).isEqualTo(sensible);
    }

    @Test
    void anAudienceIsAWordOrRoles() throws Exception {
        YAMLMapper yaml = new YAMLMapper();
        for (String wrong : List.of("anybody", "{}", "{roles: []}", "{organisation: leadOrganisation}", "~")) {
            JsonNode written = yaml.readTree(wrong);
            assertThatThrownBy(() -> Audience.of(written)).isInstanceOf(IllegalArgumentException.class);
        }
        JsonNode absent = yaml.readTree("{}").path("x-audience");
        assertThatThrownBy(() -> Audience.of(absent)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAudienceIsToldInWords() {
        assertThat(Arrays.stream(new String[] {
                            "eu.mpf.calls.call.published.v1",
                            "eu.mpf.calls.audit.sealed.v1",
                            SUBMITTED,
                            "eu.mpf.calls.application.decided.v1"
                        })
                        .map(type -> audiences.of(type).words())
                        .collect(Collectors.toList()))
                .containsExactly(
                        "Told to everybody with a token.",
                        "Between services only: neither the feed nor webhooks tell it.",
                        "Told to administrator, auditor, finance-officer, programme-officer, and to the organisation in"
                                + " leadOrganisation its own.",
                        "Told to administrator, auditor, finance-officer, programme-officer only.");
    }
}
