package eu.mpf.projects.typology;

import static eu.mpf.projects.ProjectsProblem.TYPOLOGY_DRAFT_EXISTS;

import eu.mpf.messaging.Outbox;
import eu.mpf.messaging.OutgoingEvent;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.security.Caller;
import eu.mpf.web.security.Roles;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Use cases of the typology. */
@ApplicationScoped
public class TypologyService {

    private static final String TOPIC = "mpf.projects.taxonomy.v1";
    private static final String PUBLISHED = "eu.mpf.projects.taxonomy.published.v1";

    private final TypologyRepository typologies;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Caller caller;

    TypologyService(TypologyRepository typologies, Outbox outbox, AuditTrail audit, Caller caller) {
        this.typologies = typologies;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
    }

    /** All versions the caller may see, the newest first. */
    @Transactional
    public List<TypologyView> list() {
        return typologies.newestFirst().stream()
                .filter(this::visible)
                .map(Typology::view)
                .toList();
    }

    @Transactional
    public TypologyView get(int number) {
        return find(number).orElseThrow(() -> ProblemException.notFound("typology", number));
    }

    /** The version of this number, if the caller may see it. */
    @Transactional
    public Optional<TypologyView> find(int number) {
        return typologies.byNumber(number).filter(this::visible).map(Typology::view);
    }

    /** The code that a code, name or alias stands for in one version. */
    @Transactional
    public Optional<PartnershipType> resolve(int number, String label) {
        return typologies.byNumber(number).flatMap(typology -> typology.find(label));
    }

    /** The codes that a code, name or alias stands for in any published version; none if it stands for nothing. */
    @Transactional
    public Set<String> codesOf(String label) {
        return typologies.newestFirst().stream()
                .filter(typology -> typology.status() == TypologyStatus.PUBLISHED)
                .flatMap(typology -> typology.find(label).stream())
                .map(PartnershipType::code)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether a version is there and final, whoever asks. */
    @Transactional
    public boolean isPublished(int number) {
        return typologies
                .byNumber(number)
                .filter(t -> t.status() == TypologyStatus.PUBLISHED)
                .isPresent();
    }

    /** Starts the next version from the types of the latest one. */
    @Transactional
    public TypologyView draft(@Nullable String note, List<PartnershipType> types) {
        Typology previous = typologies.latest().orElse(null);
        if (previous != null && previous.status() == TypologyStatus.DRAFT) {
            throw new ProblemException(
                    TYPOLOGY_DRAFT_EXISTS, "Publish version " + previous.view().version() + " first");
        }
        Typology typology = Typology.draft(previous, note);
        types.forEach(typology::add);
        typologies.persistAndFlush(typology);
        audit.record("typology.drafted", "typology", typology.id(), null, typology.view(), null);
        return typology.view();
    }

    @Transactional
    public TypologyView annotate(int number, long expected, @Nullable String note) {
        return change(number, expected, "typology.annotated", null, typology -> typology.annotate(note));
    }

    @Transactional
    public TypologyView add(int number, long expected, PartnershipType type) {
        return change(number, expected, "typology.type-added", null, typology -> typology.add(type));
    }

    @Transactional
    public TypologyView changeType(int number, long expected, PartnershipType type) {
        return change(number, expected, "typology.type-changed", null, typology -> typology.change(type));
    }

    @Transactional
    public TypologyView remove(int number, long expected, String code) {
        Typology previous = typologies.byNumber(number - 1).orElse(null);
        return change(number, expected, "typology.type-removed", null, typology -> typology.remove(code, previous));
    }

    /** Throws a draft away; the next one has its number. */
    @Transactional
    public void discard(int number, long expected) {
        Typology typology =
                typologies.byNumber(number).orElseThrow(() -> ProblemException.notFound("typology", number));
        Versions.check(expected, typology.rowVersion());
        typology.requireDraft();
        typologies.delete(typology);
        typologies.flush();
        audit.record("typology.discarded", "typology", typology.id(), typology.view(), null, null);
    }

    @Transactional
    public TypologyView retire(int number, long expected, String code, String reason) {
        return change(number, expected, "typology.type-retired", reason, typology -> typology.retire(code, reason));
    }

    @Transactional
    public TypologyView map(int number, long expected, TypeMapping mapping) {
        return change(number, expected, "typology.type-mapped", mapping.reason(), typology -> typology.map(mapping));
    }

    @Transactional
    public TypologyView publish(int number, long expected) {
        TypologyView published = change(number, expected, "typology.published", null, Typology::publish);
        outbox.publish(new OutgoingEvent(
                TOPIC, PUBLISHED, published.id().toString(), published.revision(), TaxonomyFacts.of(published)));
        return published;
    }

    private TypologyView change(
            int number, long expected, String action, @Nullable String reason, Consumer<Typology> change) {
        Typology typology =
                typologies.byNumber(number).orElseThrow(() -> ProblemException.notFound("typology", number));
        Versions.check(expected, typology.rowVersion());
        TypologyView before = typology.view();
        change.accept(typology);
        typologies.flush();
        audit.record(action, "typology", typology.id(), before, typology.view(), reason);
        return typology.view();
    }

    private boolean visible(Typology typology) {
        return typology.status() == TypologyStatus.PUBLISHED
                || caller.hasAnyRole(Roles.PROGRAMME_OFFICER, Roles.RAPPORTEUR, Roles.AUDITOR, Roles.ADMINISTRATOR);
    }
}
