package eu.mpf.projects.project;

import static eu.mpf.projects.ProjectsProblem.CODE_TAKEN;
import static eu.mpf.projects.ProjectsProblem.PROJECT_NOT_DISCARDABLE;
import static eu.mpf.projects.ProjectsProblem.SUCCESSION_CYCLE;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.messaging.Outbox;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.projects.organisation.OrganisationNamesChanged;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.link.FoundLink;
import eu.mpf.web.link.FoundLinks;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.security.Caller;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Use cases of the portfolio's projects. */
@ApplicationScoped
public class ProjectService {

    private final ProjectRepository projects;
    private final ProjectReader reader;
    private final ProjectRules rules;
    private final MergePatch mergePatch;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;
    private final Event<Agreement> agreements;
    private final Event<Discarded> discards;

    ProjectService(
            ProjectRepository projects,
            ProjectReader reader,
            ProjectRules rules,
            MergePatch mergePatch,
            Outbox outbox,
            AuditTrail audit,
            Caller caller,
            Event<Agreement> agreements,
            Event<Discarded> discards) {
        this.projects = projects;
        this.reader = reader;
        this.rules = rules;
        this.mergePatch = mergePatch;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.agreements = agreements;
        this.discards = discards;
    }

    /** Checks a description without storing anything. */
    @Transactional
    public void check(NewProject wanted) {
        rules.checked(wanted.details());
        predecessorOf(wanted.code(), wanted.details());
        Today.notAfter(wanted.effectiveOn(), "/effectiveOn");
    }

    @Transactional
    public ProjectView register(NewProject wanted) {
        return registerAll(List.of(wanted)).getFirst();
    }

    /** As {@link #register} of each, all or none, in a few statements for all of them. */
    @Transactional
    public List<ProjectView> registerAll(List<NewProject> wanted) {
        List<ProjectRules.Checked> checked =
                rules.checked(wanted.stream().map(NewProject::details).toList());
        List<Project> entered = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            entered.add(enter(wanted.get(i), checked.get(i)));
        }
        return stored(entered, null);
    }

    private Project enter(NewProject wanted, ProjectRules.Checked checked) {
        String code = wanted.code() == null ? ProjectCodes.of(checked.details()) : wanted.code();
        predecessorOf(code, checked.details());
        LocalDate on = Today.notAfter(wanted.effectiveOn(), "/effectiveOn");
        Project project =
                Project.register(code, checked.details(), Origin.NONE, wanted.visibility(), wanted.moneyPublic(), on);
        project.findableBy(checked.namesOfLead());
        projects.persist(project);
        return project;
    }

    private List<ProjectView> stored(List<Project> entered, @Nullable String reason) {
        try {
            projects.flush();
        } catch (ConstraintViolationException e) {
            // Asked of the database alone: a look before would cost a statement and prove nothing.
            throw new ProblemException(
                    CODE_TAKEN,
                    "A project has the code "
                            + entered.stream().map(Project::code).collect(Collectors.joining(" or "))
                            + " or this reference");
        }
        Map<UUID, ProjectView> kept = projects.keepFirstVersions(entered, reason, caller.subject());
        List<ProjectView> registered = new ArrayList<>();
        List<OutgoingEvent> events = new ArrayList<>();
        for (Project project : entered) {
            ProjectView after = Objects.requireNonNull(kept.get(project.id()));
            registered.add(after);
            audit.record(ProjectEvent.REGISTERED.action(), "project", project.id(), null, after, reason);
            if (project.visibility() == Visibility.PUBLISHED) {
                events.add(event(
                        project, ProjectEvent.REGISTERED, ProjectFacts.of(after, reason, project.validFrom(), null)));
            }
        }
        // Together: before every publication all that is held is looked through for changes.
        outbox.publishAll(events);
        return registered;
    }

    /**
     * Registers the project of an award, once: a second delivery finds the first one's project.
     *
     * @return the new project, or nothing if the award has its project already
     */
    @Transactional
    public Optional<ProjectView> registerAwarded(
            Origin origin, UUID grantId, ProjectDetails details, LocalDate awardedOn) {
        projects.lockGrant(grantId);
        if (projects.byGrant(grantId).isPresent()) {
            return Optional.empty();
        }
        Violations violations = new Violations();
        details.money().check(violations);
        violations.throwIfAny();
        String code = ProjectCodes.of(details);
        if (projects.byCode(code).isPresent()) {
            code = ProjectCodes.distinct(
                    code, details.reference(), grantId.toString().substring(24));
        }
        // Until the contract, what was asked for is the applicant's business, not the public's.
        Project project = Project.register(code, details, origin, Visibility.PUBLISHED, false, awardedOn);
        project.findableBy(rules.namesOfLead(details));
        projects.persist(project);
        return Optional.of(
                stored(List.of(project), "Award " + details.reference()).getFirst());
    }

    /** Ends the project of a withdrawn award, unless it has ended already. */
    @Transactional
    public void terminateAwarded(UUID grantId, LocalDate on, String reason) {
        projects.lockGrant(grantId);
        Project project = projects.byGrant(grantId)
                .orElseThrow(() -> new IllegalStateException("No project yet for award " + grantId));
        if (project.status().after(ProjectStatus.Move.TERMINATE).isEmpty()) {
            return;
        }
        ProjectView before = reader.find(project.id()).orElseThrow();
        LocalDate day = on.isBefore(project.validFrom()) ? project.validFrom() : on;
        Change change = project.move(ProjectStatus.Move.TERMINATE, day, reason);
        done(project, ProjectEvent.STATUS_CHANGED, before, change);
    }

    @Transactional
    public ProjectView move(
            UUID id, long expected, ProjectStatus.Move move, @Nullable LocalDate on, @Nullable String reason) {
        Project project = load(id, expected);
        ProjectStatus before = project.status();
        Change change = project.move(move, Today.notAfter(on, "/effectiveOn"), reason);
        return done(project, ProjectEvent.STATUS_CHANGED, Map.of("status", before), change);
    }

    @Transactional
    public ProjectView amend(
            UUID id, long expected, AmendmentKind kind, @Nullable LocalDate on, String reason, JsonNode changes) {
        Project project = load(id, expected);
        kind.checkFields(changes.fieldNames());
        ProjectDetails before = project.details();
        ProjectRules.Checked checked =
                rules.checked(mergePatch.apply(before, changes, ProjectDetails.class), ProjectRules.codes(before));
        predecessorOf(project.code(), checked.details());
        Change change = project.amend(checked.details(), kind, Today.notAfter(on, "/effectiveOn"), reason);
        project.findableBy(checked.namesOfLead());
        return done(project, ProjectEvent.AMENDED, before, change);
    }

    /**
     * What a merge patch would link to in public beyond what is public already, for somebody to follow once this
     * transaction is over.
     *
     * @param base the pointer to the patch in the request
     */
    @Transactional
    public List<FoundLink> links(UUID id, String base, JsonNode patch, @Nullable Visibility visibility) {
        boolean publishes = visibility == Visibility.PUBLISHED;
        if (!publishes && !patch.has("summary") && !patch.has("notes")) {
            return List.of();
        }
        Project project = load(id);
        ProjectDetails before = project.details();
        FoundLinks after = LinksOfProject.in(base, mergePatch.apply(before, patch, ProjectDetails.class));
        if (project.visibility() == Visibility.PUBLISHED) {
            return after.beyond(LinksOfProject.in(base, before));
        }
        return publishes ? after.list() : List.of();
    }

    /** Corrects the record by a merge patch over its description. */
    @Transactional
    public ProjectView correct(
            UUID id, long expected, JsonNode patch, @Nullable Visibility visibility, @Nullable Boolean moneyPublic) {
        Project project = load(id, expected);
        return corrected(
                project,
                mergePatch.apply(project.details(), patch, ProjectDetails.class),
                visibility == null ? project.visibility() : visibility,
                moneyPublic == null ? project.moneyPublic() : moneyPublic,
                null);
    }

    /** Corrects the record by what another aggregate of this service found out, for example a published value. */
    @Transactional
    public ProjectView correct(UUID id, UnaryOperator<ProjectDetails> change, String reason) {
        Project project = load(id);
        ProjectDetails changed = change.apply(project.details());
        if (changed.equals(project.details())) {
            return reader.find(id).orElseThrow();
        }
        return corrected(project, changed, project.visibility(), project.moneyPublic(), reason);
    }

    private ProjectView corrected(
            Project project,
            ProjectDetails changed,
            Visibility visibility,
            boolean moneyPublic,
            @Nullable String reason) {
        if (project.visibility() == Visibility.PUBLISHED && visibility == Visibility.DRAFT) {
            throw ProblemException.invalid(
                    "/visibility", "published", "What was published cannot be made a draft again");
        }
        boolean published = project.visibility() == Visibility.DRAFT && visibility == Visibility.PUBLISHED;
        ProjectDetails before = project.details();
        ProjectRules.Checked checked = rules.checked(changed, ProjectRules.codes(before));
        predecessorOf(project.code(), checked.details());
        Change change = project.correct(checked.details(), visibility, moneyPublic, reason);
        project.findableBy(checked.namesOfLead());
        return done(project, published ? ProjectEvent.REGISTERED : ProjectEvent.AMENDED, before, change);
    }

    /**
     * Throws a draft away, with all that is kept beside it; its code is free again. Nobody outside ever learned of it, so
     * nobody is told.
     *
     * @throws ProblemException 409 once it was public or contracted, or while others rest on it
     */
    @Transactional
    public void discard(UUID id, long expected) {
        Project project = load(id, expected);
        project.requireDiscardable();
        List<String> successors = projects.successors(project.code());
        if (!successors.isEmpty()) {
            throw new ProblemException(PROJECT_NOT_DISCARDABLE, String.join(", ", successors) + " continues it");
        }
        ProjectView before = reader.find(id).orElseThrow();
        discards.fire(new Discarded(id));
        projects.discard(project);
        audit.record("project.discarded", "project", id, before, null, null);
    }

    /** Tells others how a project is classified now; its description stays as it is. */
    @Transactional
    public void classified(UUID id, List<ProjectMeans> classifications) {
        Project project = load(id);
        project.touch();
        Change change = new Change(Change.Kind.CLASSIFIED, project.validFrom(), null);
        ProjectView after = projects.keepVersion(project, change, caller.subject());
        publish(project, ProjectEvent.CLASSIFIED, ProjectFacts.of(after, null, null, classifications));
    }

    /** Tells others of a report of the project; its description stays as it is. */
    @Transactional
    public void reported(UUID id, ReportFacts report, boolean accepted) {
        Project project = load(id);
        project.touch();
        Change change = new Change(Change.Kind.REPORTED, project.validFrom(), null);
        ProjectView after = projects.keepVersion(project, change, caller.subject());
        publish(
                project,
                accepted ? ProjectEvent.REPORT_ACCEPTED : ProjectEvent.REPORT_SUBMITTED,
                ProjectFacts.of(after, null, null, null).with(report));
    }

    @Transactional
    void renameLeads(@Observes OrganisationNamesChanged names) {
        projects.refreshLeadNames(names.codes());
    }

    private void predecessorOf(@Nullable String code, ProjectDetails details) {
        String predecessor = details.predecessor();
        if (predecessor == null) {
            return;
        }
        if (projects.byCode(predecessor).isEmpty()) {
            throw ProblemException.invalid("/predecessor", "unknown-project", "No project has the code " + predecessor);
        }
        if (code != null && projects.chainContains(predecessor, code)) {
            throw new ProblemException(SUCCESSION_CYCLE, code + " would succeed itself");
        }
    }

    private Project load(UUID id) {
        return projects.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("project", id));
    }

    private Project load(UUID id, long expected) {
        Project project = load(id);
        Versions.check(expected, project.version());
        return project;
    }

    private ProjectView done(Project project, ProjectEvent event, @Nullable Object before, Change change) {
        ProjectView after = projects.keepVersion(project, change, caller.subject());
        audit.record(event.action(), "project", project.id(), before, after, change.reason());
        publish(project, event, ProjectFacts.of(after, change.reason(), change.effectiveOn(), null));
        if (project.agreementChanged()) {
            agreements.fire(project.agreement());
        }
        return after;
    }

    /** A draft is nobody's business outside; when it is published, others learn of it as registered. */
    private void publish(Project project, ProjectEvent event, ProjectFacts facts) {
        if (project.visibility() == Visibility.PUBLISHED) {
            outbox.publish(event(project, event, facts));
        }
    }

    private static OutgoingEvent event(Project project, ProjectEvent event, ProjectFacts facts) {
        return new OutgoingEvent(ProjectEvent.TOPIC, event.type(), project.id().toString(), project.version(), facts);
    }
}
