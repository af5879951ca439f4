package eu.mpf.events.registration;

import eu.mpf.events.EventsProblem;
import eu.mpf.events.form.FormService;
import eu.mpf.events.form.RegistrationForm;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Corrections of what somebody wrote when registering. The audit trail says which fields, not what stands in them. */
@ApplicationScoped
@Transactional
public class CorrectionService {
    private final RegistrationRepository registrations;
    private final FormService forms;
    private final Scenes scenes;
    private final AuditTrail audit;

    CorrectionService(RegistrationRepository registrations, FormService forms, Scenes scenes, AuditTrail audit) {
        this.registrations = registrations;
        this.forms = forms;
        this.scenes = scenes;
        this.audit = audit;
    }

    /**
     * Corrects a registration.
     *
     * @param mayTouch whether this caller may; otherwise the registration does not exist for it
     * @throws ProblemException 400 for answers that do not fit the form; 409 for answers to an older version of it, or
     *     when nobody looks at answers any more
     */
    public void correct(
            UUID id,
            long expectedVersion,
            Predicate<Registration> mayTouch,
            UnaryOperator<RegistrationCorrection> change) {
        Registration registration = registrations.get(id);
        if (!mayTouch.test(registration) || registration.isErased()) {
            throw ProblemException.notFound("registration", id);
        }
        Versions.check(expectedVersion, registration.version());
        RegistrationCorrection before = registration.correctable();
        RegistrationCorrection wanted = change.apply(before);
        boolean answered = !Objects.equals(before.answers(), wanted.answers())
                || !Objects.equals(before.formVersion(), wanted.formVersion());
        RegistrationCorrection after = answered ? checked(registration, wanted) : wanted;
        registration.correct(after);
        registrations.flush();
        List<String> changed = after.differences(before);
        if (!changed.isEmpty()) {
            // what changed, not from what to what: an entry stays, and people's data may have to go
            audit.record(
                    "registration.correct",
                    "registration",
                    id,
                    Map.of("version", expectedVersion),
                    Map.of("version", registration.version(), "changed", changed),
                    null);
        }
    }

    private RegistrationCorrection checked(Registration registration, RegistrationCorrection wanted) {
        if (!scenes.of(registration.scopeId()).isToCome()) {
            throw new ProblemException(EventsProblem.REGISTRATION_CLOSED, "It is too late for other answers.");
        }
        RegistrationForm form =
                registration.followUpId() == null ? forms.newest(registration.eventId()) : RegistrationForm.NONE;
        if (!Objects.equals(wanted.formVersion(), form.version() == 0 ? null : form.version())) {
            throw new ProblemException(
                    EventsProblem.FORM_CHANGED,
                    "The form is at version %d: read it again and answer it.".formatted(form.version()));
        }
        return form.version() == 0 && wanted.answers() == null
                ? wanted
                : wanted.withAnswers(form.accept(wanted.answers()));
    }
}
