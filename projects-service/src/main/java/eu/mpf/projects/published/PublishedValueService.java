package eu.mpf.projects.published;

import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectService;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/** Use cases of published values: keep every one as printed, and say which one holds. */
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

    /** All values of a project, in the order they were recorded. */
    @Transactional
    public List<PublishedValueView> list(UUID projectId) {
        reader.get(projectId);
        return values.ofProject(projectId).stream().map(PublishedValue::view).toList();
    }

    @Transactional
    public PublishedValueView get(UUID projectId, UUID id) {
        reader.get(projectId);
        return load(projectId, id).view();
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
        PublishedValue value = load(projectId, id);
        Versions.check(expected, value.version());
        PublishedValueView before = value.view();
        makeCurrent(value);
        values.flush();
        audit.record("published-value.marked-current", "published-value", id, before, value.view(), null);
        return value.view();
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
        projects.correct(
                value.projectId(),
                project -> Effect.of(value.field(), value.reading(), project),
                "Published by " + value.source());
    }

    private PublishedValue load(UUID projectId, UUID id) {
        return values.findByIdOptional(id)
                .filter(value -> value.projectId().equals(projectId))
                .orElseThrow(() -> ProblemException.notFound("published value", id));
    }
}
