package eu.mpf.projects.organisation;

import static eu.mpf.projects.ProjectsProblem.CODE_TAKEN;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.messaging.Outbox;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.patch.MergePatch;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Countries;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Use cases of the register of organisations. */
@ApplicationScoped
public class OrganisationService {

    private final OrganisationRepository organisations;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final MergePatch mergePatch;
    private final Event<OrganisationNamesChanged> namesChanged;

    OrganisationService(
            OrganisationRepository organisations,
            Outbox outbox,
            AuditTrail audit,
            MergePatch mergePatch,
            Event<OrganisationNamesChanged> namesChanged) {
        this.organisations = organisations;
        this.outbox = outbox;
        this.audit = audit;
        this.mergePatch = mergePatch;
        this.namesChanged = namesChanged;
    }

    /** Checks a new organisation without storing it. */
    @Transactional
    public void check(String code, OrganisationDetails details) {
        checked(details);
        refuseKnown(code);
    }

    @Transactional
    public OrganisationView register(String code, String name, OrganisationDetails details) {
        OrganisationDetails checked = checked(details);
        refuseKnown(code);
        Organisation organisation = Organisation.register(code, name, checked);
        organisations.persist(organisation);
        return done(organisation, OrganisationEvent.REGISTERED, null, null);
    }

    @Transactional
    public OrganisationView correct(UUID id, long expected, JsonNode patch) {
        Organisation organisation = load(id, expected);
        OrganisationFacts before = organisation.facts();
        organisation.describe(checked(mergePatch.apply(organisation.details(), patch, OrganisationDetails.class)));
        return done(organisation, OrganisationEvent.AMENDED, before, null);
    }

    @Transactional
    public OrganisationView rename(UUID id, long expected, String name, LocalDate on, @Nullable String reason) {
        Organisation organisation = load(id, expected);
        OrganisationFacts before = organisation.facts();
        OrganisationEvent event = organisation.rename(name, on);
        Set<String> affected = teach(organisations.ancestors(organisation.code()), List.of(name));
        OrganisationView view = done(organisation, event, before, reason);
        affected.add(organisation.code());
        namesChanged.fire(new OrganisationNamesChanged(affected));
        return view;
    }

    @Transactional
    public OrganisationView succeed(
            UUID id, long expected, String successorCode, LocalDate on, @Nullable String reason) {
        Organisation organisation = load(id, expected);
        Organisation successor = existing(successorCode, "/successor");
        OrganisationFacts before = organisation.facts();
        OrganisationEvent event = organisation.succeed(successor, organisations.heirs(successorCode), on);
        successor.learnNames(organisation.allNames());
        Set<String> affected = teach(organisations.ancestors(organisation.code()), successor.allNames());
        OrganisationView view = done(organisation, event, before, reason);
        affected.addAll(List.of(organisation.code(), successorCode));
        namesChanged.fire(new OrganisationNamesChanged(affected));
        return view;
    }

    /** Two records of one body become one: the duplicate stays readable and points to the survivor. */
    @Transactional
    public OrganisationView merge(String duplicateCode, String survivorCode, String reason) {
        Organisation duplicate = existing(duplicateCode, "/duplicate");
        Organisation survivor = existing(survivorCode, "/survivor");
        OrganisationFacts before = duplicate.facts();
        OrganisationFacts survivorBefore = survivor.facts();
        OrganisationEvent event = duplicate.mergeInto(survivor);
        done(duplicate, event, before, reason);
        OrganisationView view = done(survivor, OrganisationEvent.AMENDED, survivorBefore, reason);
        namesChanged.fire(new OrganisationNamesChanged(Set.of(duplicateCode, survivorCode)));
        return view;
    }

    private void refuseKnown(String code) {
        if (organisations.byCode(code).isPresent()) {
            throw new ProblemException(CODE_TAKEN, "Organisation " + code + " exists");
        }
    }

    private Set<String> teach(Set<String> codes, List<String> names) {
        Set<String> affected = new HashSet<>(codes);
        if (!codes.isEmpty()) {
            organisations.list("code in ?1", codes).forEach(each -> each.learnNames(names));
        }
        return affected;
    }

    private Organisation load(UUID id, long expected) {
        Organisation organisation = organisations.findById(id);
        if (organisation == null) {
            throw ProblemException.notFound("organisation", id);
        }
        Versions.check(expected, organisation.version());
        return organisation;
    }

    private Organisation existing(String code, String pointer) {
        return organisations
                .byCode(code)
                .orElseThrow(() -> ProblemException.invalid(
                        pointer, "unknown-organisation", "No organisation has the code " + code));
    }

    private OrganisationView done(
            Organisation organisation,
            OrganisationEvent event,
            @Nullable OrganisationFacts before,
            @Nullable String reason) {
        organisations.flush();
        OrganisationFacts after = organisation.facts();
        audit.record(event.action(), "organisation", organisation.id(), before, after, reason);
        outbox.publish(new OutgoingEvent(
                OrganisationEvent.TOPIC, event.type(), organisation.id().toString(), organisation.version(), after));
        return organisation.view();
    }

    private static OrganisationDetails checked(OrganisationDetails details) {
        Violations violations = new Violations();
        // A merge patch may have taken either away.
        violations.check(details.kind() != null, "/kind", "not-null", "An organisation has a kind");
        String country = details.country();
        if (Countries.known(country)) {
            country = Countries.canonical(country);
        } else {
            violations.add("/country", "unknown-country", "Not a country of ISO 3166 or a known alias: " + country);
        }
        violations.throwIfAny();
        return new OrganisationDetails(details.kind(), country, new ArrayList<>(details.identifiers()));
    }
}
