package eu.mpf.projects.typology;

import static eu.mpf.projects.ProjectsProblem.CODE_TAKEN;
import static eu.mpf.projects.ProjectsProblem.TYPE_INHERITED;
import static eu.mpf.projects.ProjectsProblem.TYPE_RETIRED;
import static eu.mpf.projects.ProjectsProblem.TYPOLOGY_PUBLISHED;
import static eu.mpf.projects.ProjectsProblem.TYPOLOGY_UNMAPPED;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.time.PlatformTime;
import eu.mpf.web.value.Ids;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One version of the partnership typology. A new version starts as a draft that holds the types of the one before. */
@Entity
@Table(name = "typology")
public class Typology {

    @Id
    private UUID id;

    @Version
    @Column(name = "row_version")
    private long rowVersion = 1;

    private int number;

    @Enumerated(EnumType.STRING)
    private TypologyStatus status;

    private @Nullable String note;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<PartnershipType> types;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<TypeMapping> mappings;

    @Column(name = "published_at")
    private @Nullable Instant publishedAt;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Typology() {}

    /** A draft that follows a published version, or the first of all. Types retired before stay out. */
    static Typology draft(@Nullable Typology previous, @Nullable String note) {
        Typology typology = new Typology();
        typology.id = Ids.next();
        typology.number = previous == null ? 1 : previous.number + 1;
        typology.status = TypologyStatus.DRAFT;
        typology.note = note;
        typology.types = previous == null
                ? List.of()
                : previous.types.stream().filter(type -> !type.retired()).toList();
        typology.mappings = List.of();
        typology.createdAt = now();
        typology.touch();
        return typology;
    }

    void annotate(@Nullable String changed) {
        refuseIfPublished();
        note = changed;
        touch();
    }

    void add(PartnershipType type) {
        refuseIfPublished();
        labels(type)
                .forEach(label -> find(label).ifPresent(other -> {
                    throw new ProblemException(CODE_TAKEN, "\"" + label + "\" stands for the type " + other.code());
                }));
        List<PartnershipType> changed = new ArrayList<>(types);
        changed.add(type);
        types = List.copyOf(changed);
        touch();
    }

    /** Corrects name, definition or aliases of a type of the draft. One that is not retired after all is not mapped either. */
    void change(PartnershipType type) {
        refuseIfPublished();
        PartnershipType known = type(type.code());
        labels(type)
                .forEach(label -> find(label)
                        .filter(other -> !other.code().equals(known.code()))
                        .ifPresent(other -> {
                            throw new ProblemException(
                                    CODE_TAKEN, "\"" + label + "\" stands for the type " + other.code());
                        }));
        replace(type);
        if (!type.retired()) {
            mappings = mappings.stream()
                    .filter(mapping -> !mapping.from().equals(type.code()))
                    .toList();
        }
    }

    /**
     * Takes back a type that this draft has added, and what was said of going there.
     *
     * @param previous the version before; what it holds is retired, never removed
     */
    void remove(String code, @Nullable Typology previous) {
        refuseIfPublished();
        type(code);
        if (previous != null
                && previous.types.stream().anyMatch(type -> type.code().equals(code))) {
            throw new ProblemException(TYPE_INHERITED, code + " is a type of version " + previous.number);
        }
        types = types.stream().filter(type -> !type.code().equals(code)).toList();
        mappings = mappings.stream()
                .filter(mapping -> !code.equals(mapping.from()) && !code.equals(mapping.to()))
                .toList();
        touch();
    }

    void requireDraft() {
        refuseIfPublished();
    }

    void retire(String code, String reason) {
        refuseIfPublished();
        PartnershipType type = type(code);
        if (type.retired()) {
            throw new ProblemException(TYPE_RETIRED, code + " is retired already");
        }
        replace(type.retire(reason));
    }

    /** Says where the projects of a retired type belong. A later word on the same type replaces the earlier one. */
    void map(TypeMapping mapping) {
        refuseIfPublished();
        if (!type(mapping.from()).retired()) {
            throw ProblemException.invalid(
                    "/from", "not-retired", mapping.from() + " is in use: only retired types are mapped");
        }
        String to = mapping.to();
        if (to == null && mapping.automatic()) {
            throw ProblemException.invalid(
                    "/automatic", "nowhere", "Without a type to go to, nothing can be carried over");
        }
        if (to != null && type(to).retired()) {
            throw new ProblemException(TYPE_RETIRED, to + " is retired in this version");
        }
        List<TypeMapping> changed = new ArrayList<>(mappings);
        changed.removeIf(other -> other.from().equals(mapping.from()));
        changed.add(mapping);
        mappings = List.copyOf(changed);
        touch();
    }

    /** Makes the draft final. No type disappears silently: every retired one says where its projects belong. */
    void publish() {
        refuseIfPublished();
        List<String> unmapped = types.stream()
                .filter(PartnershipType::retired)
                .map(PartnershipType::code)
                .filter(code ->
                        mappings.stream().noneMatch(mapping -> mapping.from().equals(code)))
                .toList();
        if (!unmapped.isEmpty()) {
            throw new ProblemException(TYPOLOGY_UNMAPPED, "No mapping for " + String.join(", ", unmapped));
        }
        if (types.stream().allMatch(PartnershipType::retired)) {
            throw ProblemException.invalid("/types", "empty", "A typology has at least one type");
        }
        status = TypologyStatus.PUBLISHED;
        publishedAt = now();
        touch();
    }

    /** The type that a code, name or alias stands for, whatever its case and diacritics. */
    Optional<PartnershipType> find(String label) {
        String wanted = plain(label);
        return types.stream()
                .filter(type -> labels(type).map(Typology::plain).anyMatch(wanted::equals))
                .findFirst();
    }

    private static Stream<String> labels(PartnershipType type) {
        return Stream.of(Stream.of(type.code()), type.name().values().values().stream(), type.aliases().stream())
                .flatMap(each -> each);
    }

    private static String plain(String label) {
        return Normalizer.normalize(label, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .strip()
                .toLowerCase(Locale.ROOT);
    }

    private PartnershipType type(String code) {
        return types.stream()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("type of typology " + number, code));
    }

    private void replace(PartnershipType changed) {
        types = types.stream()
                .map(type -> type.code().equals(changed.code()) ? changed : type)
                .toList();
        touch();
    }

    private void refuseIfPublished() {
        if (status == TypologyStatus.PUBLISHED) {
            throw new ProblemException(TYPOLOGY_PUBLISHED, "Version " + number + " is published; draft the next one");
        }
    }

    private void touch() {
        updatedAt = now();
    }

    private static Instant now() {
        return PlatformTime.now().truncatedTo(ChronoUnit.MILLIS);
    }

    UUID id() {
        return id;
    }

    long rowVersion() {
        return rowVersion;
    }

    TypologyStatus status() {
        return status;
    }

    TypologyView view() {
        return new TypologyView(
                id, number, status, note, types, mappings, publishedAt, createdAt, updatedAt, rowVersion);
    }
}
