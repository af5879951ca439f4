package eu.mpf.projects.classification;

import static eu.mpf.projects.ProjectsProblem.TYPE_RETIRED;
import static eu.mpf.projects.ProjectsProblem.TYPOLOGY_NOT_PUBLISHED;

import eu.mpf.projects.project.Discarded;
import eu.mpf.projects.project.ProjectMeans;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.ProjectService;
import eu.mpf.projects.project.Today;
import eu.mpf.projects.typology.PartnershipType;
import eu.mpf.projects.typology.TypologyService;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Use cases of classification: two views side by side, every earlier one kept. */
@ApplicationScoped
public class ClassificationService {

    private final ClassificationRepository classifications;
    private final TypologyService typologies;
    private final ProjectReader reader;
    private final ProjectService projects;
    private final AuditTrail audit;

    ClassificationService(
            ClassificationRepository classifications,
            TypologyService typologies,
            ProjectReader reader,
            ProjectService projects,
            AuditTrail audit) {
        this.classifications = classifications;
        this.typologies = typologies;
        this.reader = reader;
        this.projects = projects;
        this.audit = audit;
    }

    @Transactional
    public Classifications list(UUID projectId) {
        reader.get(projectId);
        return Classifications.of(classifications.latestFirst(projectId));
    }

    @Transactional
    public ClassificationView classify(UUID projectId, NewClassification wanted) {
        reader.require(projectId);
        LocalDate on = Today.notAfter(wanted.decidedOn(), "/decidedOn");
        List<String> means = means(wanted.typologyVersion(), wanted.means());
        Evidence evidence = wanted.evidence() == null ? Evidence.REVIEW : wanted.evidence();
        return store(new Classification(
                projectId,
                wanted.typologyVersion(),
                wanted.view(),
                means,
                wanted.decidedBy(),
                on,
                evidence,
                null,
                wanted.note()));
    }

    /**
     * Keeps the position a grantee took in an exercise as its own view.
     *
     * @throws ProblemException if the project, the version or a type is not known here
     */
    @Transactional
    public ClassificationView position(
            UUID projectId,
            int typologyVersion,
            List<String> means,
            @Nullable String positionedBy,
            LocalDate on,
            String exerciseId) {
        reader.require(projectId);
        return store(new Classification(
                projectId,
                typologyVersion,
                View.GRANTEE,
                means(typologyVersion, means),
                positionedBy == null ? "grantee" : positionedBy,
                on,
                Evidence.POSITIONING_EXERCISE,
                exerciseId,
                null));
    }

    private ClassificationView store(Classification classification) {
        ClassificationView view = classification.view();
        classifications.persistAndFlush(classification);
        audit.record("project.classified", "classification", view.id(), null, view, view.note());
        projects.classified(view.projectId(), current(classifications.latestFirst(view.projectId())));
        return view;
    }

    private static List<ProjectMeans> current(List<ClassificationView> latestFirst) {
        Map<String, ProjectMeans> current = new LinkedHashMap<>();
        latestFirst.forEach(each -> current.putIfAbsent(
                each.typologyVersion() + "/" + each.view(),
                new ProjectMeans(each.typologyVersion(), each.view().name(), each.means(), each.decidedOn())));
        return new ArrayList<>(current.values());
    }

    private List<String> means(int version, List<String> labels) {
        if (!typologies.isPublished(version)) {
            throw new ProblemException(TYPOLOGY_NOT_PUBLISHED, "Version " + version + " is not published");
        }
        Set<String> codes = new LinkedHashSet<>();
        Violations violations = new Violations();
        for (int i = 0; i < labels.size(); i++) {
            Optional<PartnershipType> type = typologies.resolve(version, labels.get(i));
            violations.check(
                    type.isPresent(),
                    "/means/" + i,
                    "unknown-type",
                    "Version " + version + " has no type " + labels.get(i));
            type.ifPresent(found -> {
                if (found.retired()) {
                    throw new ProblemException(TYPE_RETIRED, found.code() + " is retired in version " + version);
                }
                codes.add(found.code());
            });
        }
        violations.throwIfAny();
        return List.copyOf(codes);
    }

    @Transactional
    void discard(@Observes Discarded draft) {
        classifications.delete("projectId", draft.projectId());
    }
}
