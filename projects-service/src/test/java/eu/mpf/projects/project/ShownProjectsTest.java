package eu.mpf.projects.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.mpf.web.json.JsonSettings;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.page.Page;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P1")
class ShownProjectsTest {

    private static final ObjectMapper MAPPER = mapper();
    private static final StoredJson JSON = new StoredJson(MAPPER) {};
    private static final LocalDate DAY = LocalDate.of(2024, 2, 29);

    private static final ProjectDetails FULL = new ProjectDetails(
            new LocalizedText(Map.of("fr", "Frontières \"sûres\"", "en", "Safe\nborders", "el", "Σύνορα")),
            LocalizedText.of("en", "Trains officers".repeat(800)),
            "REF-1",
            "SB",
            List.of("S-B", "Sb"),
            ProjectKind.GRANT,
            "ICMPD",
            "As it was called then",
            List.of(new Partner("PT-SEF", null, PartnerRole.PARTNER), new Partner(null, "A body", null)),
            List.of("MA-DGSN"),
            List.of("PT", "ES"),
            List.of("MA"),
            "west-africa",
            List.of("return"),
            DAY,
            DAY.plusYears(2),
            "AMIF",
            new Budget(
                    Money.euro("1000000.00"),
                    Money.euro("944200.5"),
                    null,
                    null,
                    Money.euro("0"),
                    List.of(new OtherDonor("A state", null), new OtherDonor("Another", Money.euro("7.10"))),
                    new BigDecimal("95"),
                    List.of(new BudgetLine(BudgetHeading.INDIRECT, Money.euro("12"))),
                    new BigDecimal("7")),
            List.of(new InKindGood("helicopter", 2, "PT-SEF", null, Money.euro("80"))),
            List.of("WP1"),
            List.of(new CountryNote("MA", LocalizedText.of("fr", "Rien"))),
            "BEFORE",
            "fr");

    private static final ProjectDetails PLAIN =
            JSON.read("{\"title\":{\"hu\":\"Határ\",\"de\":\"Grenze\"}}", ProjectDetails.class);

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());
        new JsonSettings().customize(mapper);
        return mapper;
    }

    private static StoredProject project(boolean moneyPublic, String details) {
        return new StoredProject(
                UUID.fromString("01a204cf-cf81-7e7b-b563-9b4cbe63930f"),
                "P-1",
                ProjectKind.GRANT,
                ProjectStatus.TERMINATED,
                DAY,
                "The lead withdrew",
                true,
                Visibility.PUBLISHED,
                "As it is called today",
                moneyPublic,
                UUID.fromString("01a204cf-cf81-7e7b-b563-9b4cbe639310"),
                "A-1",
                "C-1",
                "borders",
                DAY.plusDays(1),
                Instant.parse("2026-01-01T10:00:00.123456Z"),
                Instant.parse("2026-01-02T10:00:00Z"),
                7,
                details.getBytes(StandardCharsets.UTF_8));
    }

    private static StoredProject project(boolean moneyPublic, ProjectDetails details) {
        return project(moneyPublic, JSON.write(details));
    }

    private static JsonNode written(Object value) {
        try {
            return MAPPER.readTree(MAPPER.writeValueAsBytes(value));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode shown(ProjectSight sight, StoredProject... projects) {
        var page = new Page<ProjectView>(new ShownProjects(List.of(projects), sight, JSON), null, null);
        JsonNode items = written(page).get("items");
        // Of a tree what `fields` does not name is left out.
        assertThat(written(MAPPER.valueToTree(page)).get("items")).isEqualTo(items);
        return items;
    }

    private static JsonNode view(ProjectSight sight, StoredProject project) {
        return written(sight.shown(project.view(JSON)));
    }

    @Test
    void aProjectLooksTheSameOnAPageAndAlone() {
        for (ProjectSight sight : List.of(
                ProjectSight.EVERYTHING,
                ProjectSight.PUBLISHED,
                new ProjectSight(false, "ICMPD"),
                new ProjectSight(false, "OTHER"))) {
            for (StoredProject project :
                    List.of(project(true, FULL), project(false, FULL), project(true, PLAIN), project(false, PLAIN))) {
                assertThat(shown(sight, project)).as("%s", sight).containsExactly(view(sight, project));
            }
        }
    }

    @Test
    void nothingOfAProjectIsForgotten() {
        assertThat(shown(ProjectSight.PUBLISHED, project(true, FULL)).get(0).fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ProjectView.class.getRecordComponents())
                        .map(property -> property.getName())
                        .toList());
    }

    @Test
    void moneyThatIsNotPublicIsForTheStaffAndTheLead() {
        StoredProject secret = project(false, FULL);

        assertThat(shown(ProjectSight.EVERYTHING, secret)
                        .at("/0/budget/total/amount")
                        .asText())
                .isEqualTo("1000000.00");
        assertThat(shown(new ProjectSight(false, "ICMPD"), secret)
                        .at("/0/inKind/0/value")
                        .isMissingNode())
                .isFalse();
        for (ProjectSight sight : List.of(ProjectSight.PUBLISHED, new ProjectSight(false, "OTHER"))) {
            JsonNode project = shown(sight, project(true, FULL), secret, project(true, PLAIN))
                    .get(1);
            assertThat(project.has("budget")).isFalse();
            assertThat(project.at("/inKind/0/what").asText()).isEqualTo("helicopter");
            assertThat(project.at("/inKind/0/value").isMissingNode()).isTrue();
        }
    }

    @Test
    void theProjectsOfAPageAreTakenForEachOtherInNothing() {
        StoredProject full = project(true, FULL);
        StoredProject plain = project(true, PLAIN);

        assertThat(shown(ProjectSight.PUBLISHED, full, plain, full))
                .containsExactly(
                        view(ProjectSight.PUBLISHED, full),
                        view(ProjectSight.PUBLISHED, plain),
                        view(ProjectSight.PUBLISHED, full));
        assertThat(shown(ProjectSight.PUBLISHED, full, plain)
                        .at("/1/bindingLanguage")
                        .asText())
                .isEqualTo("de");
        assertThat(shown(ProjectSight.PUBLISHED, full, plain).at("/1/leadName").asText())
                .isEqualTo("As it is called today");
    }

    @Test
    void whatAnEarlierReleaseDidNotKnowIsEmptyAndWhatALaterOneAddsIsLeftOut() {
        StoredProject project = project(
                true,
                "{\"title\":{\"en\":\"Old\"},\"later\":{\"secret\":[1,{\"a\":null}]},\"region\":null,\"fund\":\"ISF\"}");

        assertThat(shown(ProjectSight.PUBLISHED, project)).containsExactly(view(ProjectSight.PUBLISHED, project));
        assertThat(shown(ProjectSight.PUBLISHED, project).at("/0/partners").isArray())
                .isTrue();
    }

    @Test
    void itIsAListOfProjects() {
        assertThat(new ShownProjects(List.of(project(true, FULL), project(false, FULL)), ProjectSight.PUBLISHED, JSON))
                .extracting(ProjectView::moneyPublic)
                .containsExactly(true, false);
    }
}
