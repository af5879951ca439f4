package eu.mpf.projects.project.messaging;

import eu.mpf.messaging.EventListener;
import eu.mpf.messaging.IncomingEvent;
import eu.mpf.messaging.PermanentFailure;
import eu.mpf.projects.project.Budget;
import eu.mpf.projects.project.BudgetHeading;
import eu.mpf.projects.project.BudgetLine;
import eu.mpf.projects.project.Origin;
import eu.mpf.projects.project.Partner;
import eu.mpf.projects.project.PartnerRole;
import eu.mpf.projects.project.ProjectDetails;
import eu.mpf.projects.project.ProjectKind;
import eu.mpf.projects.project.ProjectService;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Countries;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes one project of every award, and ends the project of a withdrawn one. */
@ApplicationScoped
class GrantListener implements EventListener {

    private static final String AWARDED = "eu.mpf.calls.grant.awarded.v1";
    private static final String WITHDRAWN = "eu.mpf.calls.grant.withdrawn.v1";
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    private final ProjectService projects;

    GrantListener(ProjectService projects) {
        this.projects = projects;
    }

    @Override
    public String consumer() {
        return "projects.grants";
    }

    @Override
    public Set<String> topics() {
        return Set.of("mpf.calls.grant.v1");
    }

    @Override
    public Set<String> types() {
        return Set.of(AWARDED, WITHDRAWN);
    }

    @Override
    public void on(IncomingEvent event) {
        Grant grant = read(event);
        try {
            // The award first in either case: a withdrawal may be the first that is heard of it.
            projects.registerAwarded(origin(grant), grant.grantId(), details(grant), day(grant));
            if (event.type().equals(WITHDRAWN)) {
                LocalDate on = event.time().atZone(BRUSSELS).toLocalDate();
                projects.terminateAwarded(
                        grant.grantId(), on, grant.reason() == null ? "The award was withdrawn" : grant.reason());
            }
        } catch (ProblemException e) {
            throw new PermanentFailure("Award " + grant.reference() + " breaks a rule of projects: " + e.detail(), e);
        }
    }

    private static Grant read(IncomingEvent event) {
        Grant grant = event.dataAs(Grant.class);
        if (grant.grantId() == null || grant.title() == null || grant.awardedAt() == null) {
            throw new PermanentFailure("An award needs grantId, title and awardedAt");
        }
        return grant;
    }

    private static Origin origin(Grant grant) {
        return new Origin(grant.grantId(), grant.applicationId(), grant.callId(), grant.callKey());
    }

    private static LocalDate day(Grant grant) {
        return grant.awardedAt().atZone(BRUSSELS).toLocalDate();
    }

    private static ProjectDetails details(Grant grant) {
        Budget budget = Budget.UNKNOWN
                .withTotal(grant.total())
                .withEuShare(grant.euShare())
                .withRate(grant.rate())
                .withLimits(grant.maximumRate(), grant.maximumIndirectRate())
                .withHeadings(headings(grant));
        LocalDate end = grant.startDate() == null || grant.durationMonths() == null
                ? null
                : grant.startDate().plusMonths(grant.durationMonths()).minusDays(1);
        return new ProjectDetails(
                grant.title(),
                grant.summary(),
                grant.reference(),
                grant.acronym(),
                List.of(),
                ProjectKind.GRANT,
                grant.leadOrganisation(),
                null,
                list(grant.partners()).stream().map(GrantListener::partner).toList(),
                List.of(),
                countries(grant.memberStates()),
                countries(grant.partnerCountries()),
                grant.region(),
                list(grant.themes()),
                grant.startDate(),
                end,
                grant.fund(),
                budget,
                List.of(),
                List.of(),
                List.of(),
                null,
                null);
    }

    /** A heading that this service does not know yet is no reason to refuse an award: what it holds stays unknown here. */
    private static List<BudgetLine> headings(Grant grant) {
        return list(grant.budget()).stream()
                .flatMap(line -> BudgetHeading.find(line.heading()).stream()
                        .map(heading -> new BudgetLine(heading, line.amount())))
                .toList();
    }

    private static Partner partner(Grant.Member member) {
        return new Partner(
                member.organisation(),
                member.name(),
                member.role() == null ? PartnerRole.PARTNER : PartnerRole.from(member.role()));
    }

    private static List<String> countries(@Nullable List<String> countries) {
        return list(countries).stream()
                .map(each -> Countries.known(each) ? Countries.canonical(each) : each)
                .distinct()
                .toList();
    }

    private static <T> List<T> list(@Nullable List<T> values) {
        return values == null ? List.of() : values;
    }
}
