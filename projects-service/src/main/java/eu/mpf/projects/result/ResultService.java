package eu.mpf.projects.result;

import static eu.mpf.projects.ProjectsProblem.CODE_TAKEN;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.projects.project.Discarded;
import eu.mpf.projects.project.ProjectReader;
import eu.mpf.projects.project.Today;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** Use cases of results. */
@ApplicationScoped
public class ResultService {

    private final IndicatorRepository indicators;
    private final ProjectReader projects;
    private final MergePatch mergePatch;
    private final AuditTrail audit;

    ResultService(IndicatorRepository indicators, ProjectReader projects, MergePatch mergePatch, AuditTrail audit) {
        this.indicators = indicators;
        this.projects = projects;
        this.mergePatch = mergePatch;
        this.audit = audit;
    }

    @Transactional
    public List<IndicatorView> list(UUID projectId) {
        projects.get(projectId);
        return indicators.views(projectId);
    }

    @Transactional
    public IndicatorView get(UUID projectId, UUID id) {
        return list(projectId).stream()
                .filter(indicator -> indicator.id().equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("indicator", id));
    }

    @Transactional
    public IndicatorView add(UUID projectId, NewIndicator wanted) {
        projects.require(projectId);
        Indicator indicator = Indicator.of(projectId, wanted.code(), wanted.details());
        try {
            indicators.persistAndFlush(indicator);
        } catch (ConstraintViolationException e) {
            throw new ProblemException(CODE_TAKEN, "The project has an indicator " + wanted.code());
        }
        audit.record("indicator.added", "indicator", indicator.id(), null, wanted, null);
        return IndicatorView.of(indicator, List.of());
    }

    @Transactional
    public IndicatorView correct(UUID projectId, UUID id, long expected, JsonNode patch) {
        Indicator indicator = load(projectId, id, expected);
        IndicatorDetails before = indicator.details();
        indicator.describe(mergePatch.apply(before, patch, IndicatorDetails.class));
        indicators.flush();
        audit.record("indicator.corrected", "indicator", id, before, indicator.details(), null);
        return get(projectId, id);
    }

    @Transactional
    public IndicatorView measure(UUID projectId, UUID id, long expected, NewMeasurement measurement) {
        Indicator indicator = load(projectId, id, expected);
        LocalDate on = Today.notAfter(measurement.measuredOn(), "/measuredOn");
        keep(indicator, measurement, on, null);
        return get(projectId, id);
    }

    /** Codes of the indicators a project has. */
    @Transactional
    public List<String> codes(UUID projectId) {
        return indicators.views(projectId).stream().map(IndicatorView::code).toList();
    }

    /** Keeps what an accepted report says about indicators, once. */
    @Transactional
    public void measured(UUID projectId, UUID report, LocalDate on, Map<String, NewMeasurement> byCode) {
        byCode.forEach((code, measurement) -> indicators
                .byCode(projectId, code)
                .ifPresent(indicator -> keep(
                        indicator,
                        measurement,
                        measurement.measuredOn() == null ? on : measurement.measuredOn(),
                        report)));
    }

    private void keep(Indicator indicator, NewMeasurement measurement, LocalDate on, @Nullable UUID report) {
        indicator.touch();
        indicators.flush();
        indicators.measured(indicator.id(), measurement, on, report);
        audit.record("indicator.measured", "indicator", indicator.id(), null, measurement, null);
    }

    private Indicator load(UUID projectId, UUID id, long expected) {
        Indicator indicator = indicators
                .findByIdOptional(id)
                .filter(found -> found.projectId().equals(projectId))
                .orElseThrow(() -> ProblemException.notFound("indicator", id));
        Versions.check(expected, indicator.version());
        return indicator;
    }

    @Transactional
    void discard(@Observes Discarded draft) {
        indicators.discard(draft.projectId());
    }
}
