package eu.mpf.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.KnownCaller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.value.LocalizedText;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X17")
class ProjectAccessTest {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 1);
    private static final ProjectView DRAFT = project(Visibility.DRAFT, "ICMPD");
    private static final ProjectView PUBLISHED = project(Visibility.PUBLISHED, "ICMPD");
    private static final ProjectView WITHOUT_LEAD = project(Visibility.DRAFT, null);

    private static final KnownCaller PUBLIC = new KnownCaller(Set.of(), null);
    private static final KnownCaller LEAD = new KnownCaller(Set.of(Roles.APPLICANT), "ICMPD");
    private static final List<KnownCaller> OTHERS = List.of(
            PUBLIC,
            new KnownCaller(Set.of(Roles.APPLICANT), null),
            new KnownCaller(Set.of(Roles.APPLICANT), "OTHER"),
            new KnownCaller(Set.of(Roles.PARTNER), "ICMPD"),
            new KnownCaller(Set.of(Roles.EVENT_MANAGER, Roles.EVALUATOR), null));

    private static ProjectView project(Visibility visibility, @Nullable String lead) {
        return new ProjectView(
                UUID.randomUUID(),
                "P-1",
                null,
                null,
                List.of(),
                ProjectKind.GRANT,
                LocalizedText.of("en", "Borders"),
                null,
                ProjectStatus.PLANNED,
                DAY,
                null,
                GranteeStanding.NONE,
                visibility,
                lead,
                null,
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
                false,
                List.of(),
                List.of(),
                List.of(),
                null,
                "en",
                null,
                null,
                null,
                null,
                DAY,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }

    /** The projects above, without a database. */
    private static final class Shelf extends ProjectReader {

        Shelf(Caller caller) {
            super(null, null, null, null, null, caller);
        }

        @Override
        public Optional<ProjectView> find(UUID id) {
            return List.of(DRAFT, PUBLISHED, WITHOUT_LEAD).stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst();
        }
    }

    private static ProjectAccess of(Caller caller) {
        return new ProjectAccess(new Shelf(caller));
    }

    private static void notFound(ThrowingCallable read) {
        assertThatThrownBy(read)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(CommonProblem.NOT_FOUND));
    }

    @Test
    void theStaffSeesEverythingAndLeadsNothing() {
        for (String role :
                List.of(Roles.PROGRAMME_OFFICER, Roles.FINANCE_OFFICER, Roles.AUDITOR, Roles.ADMINISTRATOR)) {
            ProjectAccess access = of(new KnownCaller(Set.of(role), null));
            assertThat(access.staff()).as(role).isTrue();
            assertThat(access.leads(DRAFT)).as(role).isFalse();
            for (ProjectView project : List.of(DRAFT, PUBLISHED, WITHOUT_LEAD)) {
                assertThat(access.insider(project)).as(role).isTrue();
                assertThat(access.readable(project.id())).as(role).isEqualTo(project);
                assertThat(access.forInsiders(project.id())).as(role).isEqualTo(project);
            }
        }
    }

    @Test
    void theLeadSeesItsOwnProjectsAndIsNotOfTheStaff() {
        ProjectAccess access = of(LEAD);
        assertThat(access.staff()).isFalse();
        for (ProjectView own : List.of(DRAFT, PUBLISHED)) {
            assertThat(access.leads(own)).isTrue();
            assertThat(access.insider(own)).isTrue();
            assertThat(access.readable(own.id())).isEqualTo(own);
            assertThat(access.forInsiders(own.id())).isEqualTo(own);
        }
        assertThat(access.leads(WITHOUT_LEAD)).isFalse();
        notFound(() -> access.readable(WITHOUT_LEAD.id()));
        notFound(() -> access.forInsiders(WITHOUT_LEAD.id()));
    }

    @Test
    void othersReadWhatIsPublishedAndDoNotLearnOfTheRest() {
        for (KnownCaller other : OTHERS) {
            ProjectAccess access = of(other);
            assertThat(access.staff()).isFalse();
            assertThat(access.leads(PUBLISHED)).isFalse();
            assertThat(access.insider(PUBLISHED)).isFalse();
            assertThat(access.readable(PUBLISHED.id())).isEqualTo(PUBLISHED);
            notFound(() -> access.readable(DRAFT.id()));
            notFound(() -> access.forInsiders(PUBLISHED.id()));
            notFound(() -> access.forInsiders(DRAFT.id()));
        }
    }

    @Test
    void whatIsNotThereIsFoundByNobody() {
        for (KnownCaller caller : List.of(PUBLIC, LEAD, new KnownCaller(Set.of(Roles.AUDITOR), null))) {
            notFound(() -> of(caller).readable(new UUID(0, 0)));
            notFound(() -> of(caller).forInsiders(new UUID(0, 0)));
        }
    }
}
