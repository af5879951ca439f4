package eu.mpf.projects.project;

import static eu.mpf.projects.ProjectsProblem.AMENDMENT_TOO_LATE;
import static eu.mpf.projects.ProjectsProblem.EFFECTIVE_DATE_TOO_EARLY;
import static eu.mpf.projects.ProjectsProblem.ILLEGAL_TRANSITION;
import static eu.mpf.projects.ProjectsProblem.PROJECT_NOT_DISCARDABLE;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.PostLoad;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/**
 * A project of the portfolio. Every command leads to a new version, which is kept with the days it is true on; the
 * columns beside {@code details} repeat what is filtered, sorted or summed.
 */
@Entity
@Table(name = "project")
public class Project {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    private String code;

    @Enumerated(EnumType.STRING)
    private ProjectKind kind;

    @Enumerated(EnumType.STRING)
    private ProjectStatus status;

    @Column(name = "status_since")
    private LocalDate statusSince;

    @Column(name = "status_reason")
    private @Nullable String statusReason;

    @Column(name = "contracted_on")
    private @Nullable LocalDate contractedOn;

    @Enumerated(EnumType.STRING)
    private Visibility visibility;

    @Column(name = "money_public")
    private boolean moneyPublic;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    // A record is replaced, never changed: no copy of it is needed to see whether it was.
    @Mutability(Immutability.class)
    @JdbcTypeCode(SqlTypes.JSON)
    private ProjectDetails details;

    private String title;
    private @Nullable String reference;
    private @Nullable String acronym;

    @Column(name = "lead_code")
    private @Nullable String leadCode;

    private @Nullable String fund;

    @JdbcTypeCode(SqlTypes.ARRAY)
    private List<String> themes;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "member_states")
    private List<String> memberStates;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "partner_countries")
    private List<String> partnerCountries;

    private @Nullable String region;

    @Column(name = "start_date")
    private @Nullable LocalDate startDate;

    @Column(name = "end_date")
    private @Nullable LocalDate endDate;

    private @Nullable String currency;
    private @Nullable BigDecimal total;

    @Column(name = "eu_share")
    private @Nullable BigDecimal euShare;

    private @Nullable String predecessor;

    @Embedded
    private @Nullable Origin origin;

    @Column(name = "search_text")
    private String searchText;

    @Column(name = "lead_search")
    private String leadSearch = "";

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    @Transient
    private @Nullable Agreement loaded;

    protected Project() {}

    /** Takes a project into the portfolio, as planned, from a day on. */
    static Project register(
            String code,
            ProjectDetails details,
            Origin origin,
            Visibility visibility,
            boolean moneyPublic,
            LocalDate effectiveOn) {
        Project project = new Project();
        project.id = Ids.next();
        project.code = code;
        project.origin = origin;
        project.status = ProjectStatus.PLANNED;
        project.statusSince = effectiveOn;
        project.validFrom = effectiveOn;
        project.visibility = visibility;
        project.moneyPublic = moneyPublic;
        project.createdAt = now();
        project.describe(details);
        return project;
    }

    /** Moves the project on. A contract makes its money public. */
    Change move(ProjectStatus.Move move, LocalDate on, @Nullable String reason) {
        ProjectStatus next = status.after(move)
                .orElseThrow(() -> new ProblemException(
                        ILLEGAL_TRANSITION,
                        "A project that is " + status + " cannot " + move + ": it is so since " + statusSince));
        if (move.needsReason() && (reason == null || reason.isBlank())) {
            throw ProblemException.invalid("/reason", "required", "A reason is owed to those who read this later");
        }
        Change change = from(on, Change.Kind.STATUS, reason);
        status = next;
        statusSince = on;
        statusReason = reason;
        if (move == ProjectStatus.Move.CONTRACT) {
            contractedOn = on;
            moneyPublic = true;
        }
        return change;
    }

    /** Changes the description from a day on; until then the former one stays true. */
    Change amend(ProjectDetails changed, AmendmentKind amendment, LocalDate on, String reason) {
        if (status.ended()) {
            throw new ProblemException(
                    AMENDMENT_TOO_LATE, "The project is " + status + " since " + statusSince + ": nothing is amended");
        }
        amendment.check(details, changed);
        Change change = from(on, amendment.kept(), reason);
        describe(changed);
        return change;
    }

    /** Puts the record right: the new version takes over the days of the present one. */
    Change correct(ProjectDetails changed, Visibility seenBy, boolean withMoney, @Nullable String reason) {
        describe(changed);
        visibility = seenBy;
        moneyPublic = withMoney;
        return new Change(Change.Kind.CORRECTION, validFrom, reason);
    }

    /** @throws ProblemException 409 unless nobody outside ever learned of it and nothing is agreed */
    void requireDiscardable() {
        if (visibility == Visibility.PUBLISHED) {
            throw new ProblemException(PROJECT_NOT_DISCARDABLE, "It was published; it is terminated instead");
        }
        if (status != ProjectStatus.PLANNED) {
            throw new ProblemException(PROJECT_NOT_DISCARDABLE, "It is " + status + " since " + statusSince);
        }
    }

    /** Counts a fact about the project that is kept beside it, so that its events stay in order. */
    void touch() {
        updatedAt = now();
    }

    /** Names under which the lead is found; not part of what is versioned. */
    void findableBy(String namesOfLead) {
        leadSearch = namesOfLead;
    }

    private Change from(LocalDate on, Change.Kind kind, @Nullable String reason) {
        if (on.isBefore(validFrom)) {
            throw new ProblemException(
                    EFFECTIVE_DATE_TOO_EARLY,
                    "The latest change took effect on " + validFrom + ", which is after " + on);
        }
        validFrom = on;
        touch();
        return new Change(kind, on, reason);
    }

    private void describe(ProjectDetails described) {
        Budget money = described.money();
        details = described;
        kind = described.kind();
        title = described.title().get(List.of());
        reference = described.reference();
        acronym = described.acronym();
        leadCode = described.leadOrganisation();
        fund = described.fund();
        themes = described.themes();
        memberStates = described.memberStates();
        partnerCountries = described.partnerCountries();
        region = described.region();
        startDate = described.startDate();
        endDate = described.endDate();
        total = amount(money.total());
        euShare = amount(money.euShare());
        currency = Stream.of(money.total(), money.euShare())
                .filter(Objects::nonNull)
                .map(Money::currency)
                .findFirst()
                .orElse(null);
        predecessor = described.predecessor();
        searchText = Stream.of(
                        Stream.of(code, described.reference(), described.acronym(), described.leadName()),
                        described.acronymVariants().stream(),
                        described.title().values().values().stream(),
                        described.summary() == null
                                ? Stream.<String>of()
                                : described.summary().values().values().stream())
                .flatMap(each -> each)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining("\n"));
        touch();
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount();
    }

    private static Instant now() {
        return PlatformTime.now().truncatedTo(ChronoUnit.MILLIS);
    }

    /** What the contract settles; nothing of it before there is one. */
    Agreement agreement() {
        Budget money = details.money();
        return contractedOn == null ? Agreement.none(id) : new Agreement(id, kind, money.euShare(), startDate, endDate);
    }

    /** Whether a command since the project was loaded changed what the contract settles. */
    boolean agreementChanged() {
        return !agreement().equals(loaded == null ? Agreement.none(id) : loaded);
    }

    @PostLoad
    void remember() {
        loaded = agreement();
    }

    Origin origin() {
        return origin == null ? Origin.NONE : origin;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String code() {
        return code;
    }

    ProjectDetails details() {
        return details;
    }

    ProjectStatus status() {
        return status;
    }

    LocalDate statusSince() {
        return statusSince;
    }

    @Nullable
    String statusReason() {
        return statusReason;
    }

    @Nullable
    LocalDate contractedOn() {
        return contractedOn;
    }

    Visibility visibility() {
        return visibility;
    }

    boolean moneyPublic() {
        return moneyPublic;
    }

    LocalDate validFrom() {
        return validFrom;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant updatedAt() {
        return updatedAt;
    }
}
