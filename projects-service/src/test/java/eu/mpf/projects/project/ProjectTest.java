package eu.mpf.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.projects.ProjectsProblem;
import eu.mpf.projects.Refusals;
import eu.mpf.projects.project.ProjectStatus.Move;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P3")
class ProjectTest {

    private static final LocalDate DAY = LocalDate.of(2022, 1, 10);
    private static final LocalDate START = LocalDate.of(2022, 3, 1);
    private static final LocalDate END = LocalDate.of(2024, 8, 31);
    private static final Origin ORIGIN = new Origin(UUID.randomUUID(), "A-7", "C-1", "MPF/2021/1");
    private static final Budget MONEY =
            Budget.UNKNOWN.withTotal(Money.euro("1000.00")).withEuShare(Money.euro("900.00"));
    private static final ProjectDetails DETAILS = details(LocalizedText.of("en", "Borders"), MONEY);

    private final StateTable<Project, ProjectStatus> moves = new StateTable<>(
                    ProjectTest::planned, ProjectStatus.class, Project::status, Refusals.ILLEGAL_TRANSITION)
            .on("CONTRACT", project -> project.move(Move.CONTRACT, DAY, null))
            .on("START", project -> project.move(Move.START, DAY, null))
            .on("SUSPEND", project -> project.move(Move.SUSPEND, DAY, "Unrest"))
            .on("RESUME", project -> project.move(Move.RESUME, DAY, null))
            .on("CLOSE", project -> project.move(Move.CLOSE, DAY, null))
            .on("TERMINATE", project -> project.move(Move.TERMINATE, DAY, "Given up"));

    private final StateTable<Project, ProjectStatus> amendments = new StateTable<>(
                    ProjectTest::planned,
                    ProjectStatus.class,
                    Project::status,
                    Refusals.of(ProjectsProblem.AMENDMENT_TOO_LATE))
            .on("amend", project -> project.amend(extended(), AmendmentKind.EXTENSION, DAY, "More time"));

    private static ProjectDetails details(LocalizedText title, @Nullable Budget budget) {
        return new ProjectDetails(
                title,
                LocalizedText.of("fr", "Résumé"),
                "REF-1",
                "BRD",
                List.of("BORD", "BRD"),
                ProjectKind.GRANT,
                "ICMPD",
                null,
                List.of(),
                List.of(),
                List.of("AT"),
                List.of("TN"),
                "region",
                List.of("theme"),
                START,
                END,
                "AMIF",
                budget,
                List.of(),
                List.of(),
                List.of(),
                "P-0",
                null);
    }

    private static ProjectDetails bare(String title, @Nullable String leadName) {
        return new ProjectDetails(
                LocalizedText.of("en", title),
                null,
                null,
                null,
                List.of(),
                ProjectKind.DIALOGUE,
                null,
                leadName,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    private static ProjectDetails extended() {
        return DETAILS.withDates(START, END.plusMonths(6));
    }

    private static Project planned() {
        return Project.register("P-1", DETAILS, ORIGIN, Visibility.DRAFT, false, DAY);
    }

    @Test
    void everyMoveInEveryState() {
        assertThat(moves.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry("PLANNED CONTRACT", "CONTRACTED"),
                        Map.entry("PLANNED TERMINATE", "TERMINATED"),
                        Map.entry("CONTRACTED START", "RUNNING"),
                        Map.entry("CONTRACTED TERMINATE", "TERMINATED"),
                        Map.entry("RUNNING SUSPEND", "SUSPENDED"),
                        Map.entry("RUNNING CLOSE", "CLOSED"),
                        Map.entry("RUNNING TERMINATE", "TERMINATED"),
                        Map.entry("SUSPENDED RESUME", "RUNNING"),
                        Map.entry("SUSPENDED TERMINATE", "TERMINATED")));
    }

    @Test
    @Tag("P9")
    void itIsAmendedUntilItHasEnded() {
        assertThat(amendments.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "PLANNED amend", "PLANNED",
                        "CONTRACTED amend", "CONTRACTED",
                        "RUNNING amend", "RUNNING",
                        "SUSPENDED amend", "SUSPENDED"));
    }

    @Test
    @Tag("P1")
    void whatIsRegisteredIsPlanned() {
        Instant before = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Project project = planned();
        assertThat(project.id()).isNotNull();
        assertThat(planned().id()).isNotEqualTo(project.id());
        assertThat(project.version()).isEqualTo(1);
        assertThat(project.code()).isEqualTo("P-1");
        assertThat(project.details()).isEqualTo(DETAILS);
        assertThat(project.origin()).isEqualTo(ORIGIN);
        assertThat(project.status()).isEqualTo(ProjectStatus.PLANNED);
        assertThat(project.statusSince()).isEqualTo(DAY);
        assertThat(project.statusReason()).isNull();
        assertThat(project.contractedOn()).isNull();
        assertThat(project.visibility()).isEqualTo(Visibility.DRAFT);
        assertThat(project.moneyPublic()).isFalse();
        assertThat(project.validFrom()).isEqualTo(DAY);
        assertThat(project.createdAt()).isBetween(before, Instant.now());
        assertThat(project.updatedAt()).isBetween(project.createdAt(), Instant.now());
        Project seen = Project.register("P-2", DETAILS, Origin.NONE, Visibility.PUBLISHED, true, DAY);
        assertThat(seen.visibility()).isEqualTo(Visibility.PUBLISHED);
        assertThat(seen.moneyPublic()).isTrue();
    }

    @Test
    void anOriginThatIsNotKnownIsNone() {
        assertThat(new Project().origin()).isEqualTo(Origin.NONE);
    }

    @Test
    void aMoveKeepsItsDayAndItsReason() {
        Project project = moves.in(ProjectStatus.RUNNING);
        assertThat(project.move(Move.SUSPEND, DAY.plusDays(5), "Unrest"))
                .isEqualTo(new Change(Change.Kind.STATUS, DAY.plusDays(5), "Unrest"));
        assertThat(project.statusSince()).isEqualTo(DAY.plusDays(5));
        assertThat(project.statusReason()).isEqualTo("Unrest");
        assertThat(project.validFrom()).isEqualTo(DAY.plusDays(5));
        assertThat(project.contractedOn()).isNull();
        assertThat(project.moneyPublic()).isFalse();
        project.move(Move.RESUME, DAY.plusDays(5), null);
        assertThat(project.statusReason()).as("the reason of the move before").isNull();
    }

    @Test
    void aContractMakesTheMoneyPublic() {
        Project project = planned();
        project.move(Move.CONTRACT, DAY.plusDays(5), null);
        assertThat(project.contractedOn()).isEqualTo(DAY.plusDays(5));
        assertThat(project.moneyPublic()).isTrue();
        project.move(Move.START, DAY.plusDays(6), null);
        assertThat(project.contractedOn()).isEqualTo(DAY.plusDays(5));
    }

    @Test
    void aMoveThatIsRefusedLeavesNoTrace() {
        Project project = moves.in(ProjectStatus.RUNNING);
        assertThatThrownBy(() -> project.move(Move.SUSPEND, DAY.plusDays(1), null))
                .satisfies(Refusals.invalid("/reason required"));
        assertThatThrownBy(() -> project.move(Move.SUSPEND, DAY.plusDays(1), " "))
                .satisfies(Refusals.invalid("/reason required"));
        assertThatThrownBy(() -> project.move(Move.CLOSE, DAY.minusDays(1), null))
                .satisfies(Refusals.of(ProjectsProblem.EFFECTIVE_DATE_TOO_EARLY));
        assertThat(project.status()).isEqualTo(ProjectStatus.RUNNING);
        assertThat(project.statusSince()).isEqualTo(DAY);
        assertThat(project.validFrom()).isEqualTo(DAY);
    }

    @Test
    @Tag("P9")
    void anAmendmentDescribesTheProjectFromItsDayOn() {
        Project project = planned();
        assertThat(project.amend(extended(), AmendmentKind.EXTENSION, DAY.plusDays(5), "More time"))
                .isEqualTo(new Change(Change.Kind.EXTENSION, DAY.plusDays(5), "More time"));
        assertThat(project.details()).isEqualTo(extended());
        assertThat(project.validFrom()).isEqualTo(DAY.plusDays(5));
        assertThat(project.statusSince()).as("the status is the same").isEqualTo(DAY);
    }

    @Test
    @Tag("P9")
    void anAmendmentThatIsRefusedLeavesNoTrace() {
        Project project = planned();
        assertThatThrownBy(() -> project.amend(DETAILS, AmendmentKind.OTHER, DAY.plusDays(5), "Nothing"))
                .satisfies(Refusals.invalid("/changes nothing-changes"));
        assertThatThrownBy(() -> project.amend(extended(), AmendmentKind.EXTENSION, DAY.minusDays(1), "More time"))
                .satisfies(Refusals.of(ProjectsProblem.EFFECTIVE_DATE_TOO_EARLY));
        assertThat(project.details()).isEqualTo(DETAILS);
        assertThat(project.validFrom()).isEqualTo(DAY);
    }

    @Test
    @Tag("P9")
    void aCorrectionTakesOverTheDaysOfWhatItCorrects() {
        for (ProjectStatus status : ProjectStatus.values()) {
            Project project = moves.in(status);
            assertThat(project.correct(extended(), Visibility.PUBLISHED, true, "A slip"))
                    .isEqualTo(new Change(Change.Kind.CORRECTION, DAY, "A slip"));
            assertThat(project.details()).isEqualTo(extended());
            assertThat(project.visibility()).isEqualTo(Visibility.PUBLISHED);
            assertThat(project.moneyPublic()).isTrue();
            assertThat(project.validFrom()).isEqualTo(DAY);
            assertThat(project.status()).isEqualTo(status);
        }
    }

    @Test
    void everyCommandSaysThatSomethingChanged() throws ReflectiveOperationException {
        List<Consumer<Project>> commands = List.of(
                project -> project.move(Move.CONTRACT, DAY, null),
                project -> project.amend(extended(), AmendmentKind.EXTENSION, DAY, "More time"),
                project -> project.correct(DETAILS, Visibility.DRAFT, false, null),
                Project::touch);
        for (Consumer<Project> command : commands) {
            Project project = planned();
            var updatedAt = Project.class.getDeclaredField("updatedAt");
            updatedAt.setAccessible(true);
            updatedAt.set(project, Instant.EPOCH);
            command.accept(project);
            assertThat(project.updatedAt()).isBetween(project.createdAt(), Instant.now());
        }
    }

    @Test
    @Tag("P18")
    void theColumnsRepeatWhatIsFilteredSortedOrSummed() {
        assertThat(planned())
                .extracting(
                        "kind",
                        "title",
                        "reference",
                        "acronym",
                        "leadCode",
                        "fund",
                        "themes",
                        "memberStates",
                        "partnerCountries",
                        "region",
                        "startDate",
                        "endDate",
                        "currency",
                        "total",
                        "euShare",
                        "predecessor")
                .containsExactly(
                        ProjectKind.GRANT,
                        "Borders",
                        "REF-1",
                        "BRD",
                        "ICMPD",
                        "AMIF",
                        List.of("theme"),
                        List.of("AT"),
                        List.of("TN"),
                        "region",
                        START,
                        END,
                        "EUR",
                        new BigDecimal("1000.00"),
                        new BigDecimal("900.00"),
                        "P-0");
    }

    @Test
    @Tag("P18")
    void itIsFoundByEveryNameOnce() {
        assertThat(planned())
                .extracting("searchText", "leadSearch")
                .containsExactly("P-1\nREF-1\nBRD\nBORD\nBorders\nRésumé", "");
        Project project = planned();
        project.correct(bare("Process", "A body"), Visibility.DRAFT, false, null);
        project.findableBy("ICMPD Centre");
        assertThat(project)
                .extracting("searchText", "leadSearch")
                .containsExactly("P-1\nA body\nProcess", "ICMPD Centre");
    }

    @Test
    @Tag("P2")
    void unknownMoneyHasNoCurrencyAndOneKnownAmountIsEnough() {
        Project project = planned();
        project.correct(bare("Process", null), Visibility.DRAFT, false, null);
        assertThat(project).extracting("total", "euShare", "currency").containsExactly(null, null, null);
        Budget shareOnly = Budget.UNKNOWN.withEuShare(new Money(new BigDecimal("5.00"), "CHF"));
        project.correct(details(LocalizedText.of("en", "Borders"), shareOnly), Visibility.DRAFT, false, null);
        assertThat(project)
                .extracting("total", "euShare", "currency")
                .containsExactly(null, new BigDecimal("5.00"), "CHF");
    }

    @Test
    @Tag("P1")
    void theTitleOfTheColumnIsTheEnglishOne() {
        LocalizedText title = new LocalizedText(Map.of("de", "Grenzen", "en", "Borders"));
        assertThat(Project.register("P-1", details(title, null), ORIGIN, Visibility.DRAFT, false, DAY))
                .extracting("title", InstanceOfAssertFactories.STRING)
                .isEqualTo("Borders");
    }

    @Test
    @Tag("P14")
    void nothingIsAgreedBeforeThereIsAContract() {
        Project project = planned();
        assertThat(project.agreement()).isEqualTo(Agreement.none(project.id()));
        assertThat(project.agreementChanged()).isFalse();
        project.move(Move.CONTRACT, DAY, null);
        assertThat(project.agreement())
                .isEqualTo(new Agreement(project.id(), ProjectKind.GRANT, Money.euro("900.00"), START, END));
        assertThat(project.agreementChanged()).isTrue();
    }

    @Test
    @Tag("P14")
    void anAgreementHasChangedIfItIsNotWhatWasLoaded() {
        Project project = moves.in(ProjectStatus.PLANNED);
        project.move(Move.CONTRACT, DAY, null);
        project.remember();
        assertThat(project.agreementChanged()).isFalse();
        project.move(Move.START, DAY, null);
        assertThat(project.agreementChanged()).as("by a move").isFalse();
        project.amend(extended(), AmendmentKind.EXTENSION, DAY, "More time");
        assertThat(project.agreementChanged()).isTrue();
        project.correct(DETAILS, Visibility.DRAFT, true, "A slip");
        assertThat(project.agreementChanged()).as("as it was loaded").isFalse();
    }
}
