package eu.mpf.projects.published;

import eu.mpf.projects.project.Discarded;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectService;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Use cases of published values: keep every one as printed, say which one holds, and take back what was entered wrongly. */
@ApplicationScoped
public class PublishedValueService {

    private final PublishedValueRepository values;
    private final ProjectReader reader;
    private final ProjectService projects;
    private final AuditTrail audit;
    private final Caller caller;

    PublishedValueService(
            PublishedValueRepository values,
            ProjectReader reader,
            ProjectService projects,
            AuditTrail audit,
            Caller caller) {
        this.values = values;
        this.reader = reader;
        this.projects = projects;
        this.audit = audit;
        this.caller = caller;
    }

    /** The values of a project that stand, and those that were withdrawn if wished, in the order they were recorded. */
    @Transactional
    public List<PublishedValueView> list(UUID projectId, boolean includeWithdrawn) {
        reader.get(projectId);
        List<PublishedValue> found = includeWithdrawn ? values.ofProject(projectId) : values.standing(projectId);
        return found.stream().map(this::shown).toList();
    }

    @Transactional
    public PublishedValueView get(UUID projectId, UUID id) {
        reader.get(projectId);
        return shown(load(projectId, id));
    }

    private PublishedValueView shown(PublishedValue value) {
        return reader.sight().all() ? value.view() : value.view().withoutWho();
    }

    @Transactional
    public PublishedValueView record(UUID projectId, NewPublishedValue wanted) {
        reader.require(projectId);
        PublishedValue value = PublishedValue.record(
                projectId, wanted.field(), wanted.printed(), wanted.source(), wanted.publishedOn(), caller.subject());
        if (Boolean.TRUE.equals(wanted.current())) {
            makeCurrent(value);
        }
        values.persistAndFlush(value);
        audit.record("published-value.recorded", "published-value", value.id(), null, value.view(), null);
        return value.view();
    }

    @Transactional
    public PublishedValueView markCurrent(UUID projectId, UUID id, long expected) {
        PublishedValue value = load(projectId, id, expected);
        PublishedValueView before = value.view();
        makeCurrent(value);
        values.flush();
        audit.record("published-value.marked-current", "published-value", id, before, value.view(), null);
        return value.view();
    }

    /**
     * Records a value in place of one that was entered wrongly. It holds if the wrong one held.
     *
     * @throws ProblemException 409 if that was withdrawn already
     */
    @Transactional
    public PublishedValueView correct(UUID projectId, UUID id, long expected, CorrectedValue right) {
        PublishedValue wrong = load(projectId, id, expected);
        PublishedValueView before = wrong.view();
        PublishedValue corrected = wrong.correct(right, caller.subject());
        values.flush();
        if (before.current()) {
            hold(corrected, wrong.reading());
        }
        values.persistAndFlush(corrected);
        audit.record("published-value.corrected", "published-value", id, before, wrong.view(), right.reason());
        audit.record(
                "published-value.recorded", "published-value", corrected.id(), null, corrected.view(), right.reason());
        return corrected.view();
    }

    /** A correction of the source alone leaves the record as it is, which may say something newer by now. */
    private void hold(PublishedValue corrected, Reading former) {
        corrected.mark(true);
        if (!corrected.reading().equals(former)) {
            tell(corrected);
        }
    }

    /**
     * Takes back a value that should not have been entered. Where it held, another holds instead; where there is no other,
     * what it said is unknown again.
     *
     * @throws ProblemException 409 if it was withdrawn already; 400 unless one says what holds instead, where that is open
     */
    @Transactional
    public PublishedValueView withdraw(UUID projectId, UUID id, long expected, ValueToWithdraw why) {
        PublishedValue value = load(projectId, id, expected);
        PublishedValueView before = value.view();
        value.withdraw(why.reason(), caller.subject());
        values.flush();
        successor(before, why.instead()).ifPresentOrElse(this::makeCurrent, () -> forget(before));
        values.flush();
        audit.record("published-value.withdrawn", "published-value", id, before, value.view(), why.reason());
        return value.view();
    }

    private Optional<PublishedValue> successor(PublishedValueView withdrawn, @Nullable UUID instead) {
        List<PublishedValue> others = values.standing(withdrawn.projectId()).stream()
                .filter(each -> withdrawn.current() && each.field() == withdrawn.field())
                .toList();
        if (instead == null) {
            if (!others.isEmpty()) {
                throw ProblemException.invalid(
                        "/instead",
                        "required",
                        "It held, and others stand for " + withdrawn.field() + ": which holds?");
            }
            return Optional.empty();
        }
        return Optional.of(others.stream()
                .filter(each -> each.id().equals(instead))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(
                        "/instead",
                        "no-successor",
                        withdrawn.current()
                                ? "No other value of " + withdrawn.field() + " that stands has this id"
                                : "The withdrawn value did not hold: what holds stays")));
    }

    private void forget(PublishedValueView withdrawn) {
        if (!withdrawn.current()) {
            return;
        }
        SortedMap<PublishedField, Reading> current = new TreeMap<>();
        values.standing(withdrawn.projectId()).stream()
                .filter(PublishedValue::current)
                .forEach(each -> current.put(each.field(), each.reading()));
        projects.correct(
                withdrawn.projectId(),
                project -> Effect.without(withdrawn.field(), withdrawn.reading(), current, project),
                "Withdrawn: published by " + withdrawn.source());
    }

    private void makeCurrent(PublishedValue value) {
        values.current(value.projectId(), value.field())
                .filter(other -> !other.id().equals(value.id()))
                .ifPresent(other -> {
                    other.mark(false);
                    // The index allows one current value: the former one goes first.
                    values.flush();
                });
        value.mark(true);
        tell(value);
    }

    /** The project's record says what the value says. */
    private void tell(PublishedValue value) {
        projects.correct(
                value.projectId(),
                project -> Effect.of(value.field(), value.reading(), project),
                "Published by " + value.source());
    }

    private PublishedValue load(UUID projectId, UUID id, long expected) {
        PublishedValue value = load(projectId, id);
        Versions.check(expected, value.version());
        return value;
    }

    private PublishedValue load(UUID projectId, UUID id) {
        return values.findByIdOptional(id)
                .filter(value -> value.projectId().equals(projectId))
                .orElseThrow(() -> ProblemException.notFound("published value", id));
    }

    @Transactional
    void discard(@Observes Discarded draft) {
        values.delete("projectId", draft.projectId());
    }
}
