package eu.mpf.projects.organisation;

import static eu.mpf.projects.ProjectsProblem.EFFECTIVE_DATE_TOO_EARLY;
import static eu.mpf.projects.ProjectsProblem.ORGANISATION_MERGED;
import static eu.mpf.projects.ProjectsProblem.ORGANISATION_SUCCEEDED;
import static eu.mpf.projects.ProjectsProblem.SUCCESSION_CYCLE;

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
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A body with a stable code, whatever it is called today. Others refer to it by that code. */
@Entity
@Table(name = "organisation")
public class Organisation {

    @Id
    private UUID id;

    @Version
    private long version = 1;

    private String code;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private String country;
    private String name;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<OrganisationName> names;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Identifier> identifiers;

    @Column(name = "succeeded_by")
    private @Nullable String succeededBy;

    @Column(name = "succeeded_on")
    private @Nullable LocalDate succeededOn;

    @Column(name = "merged_into")
    private @Nullable String mergedInto;

    @Column(name = "search_text")
    private String searchText;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected Organisation() {}

    /** Takes a new body into the register. */
    static Organisation register(String code, String name, OrganisationDetails details) {
        Organisation organisation = new Organisation();
        organisation.id = Ids.next();
        organisation.code = code;
        organisation.name = name;
        organisation.names = List.of(new OrganisationName(name, null, null));
        organisation.createdAt = now();
        organisation.searchText = name;
        organisation.describe(details);
        return organisation;
    }

    void describe(OrganisationDetails details) {
        refuseIfMerged();
        kind = details.kind();
        country = details.country();
        identifiers = details.identifiers();
        touch();
    }

    /** Gives the body a new name from a day on; the former name stays on record and stays findable. */
    OrganisationEvent rename(String newName, LocalDate on) {
        refuseIfMerged();
        List<OrganisationName> changed = new ArrayList<>(names);
        OrganisationName last = changed.removeLast();
        if (last.from() != null && !on.isAfter(last.from())) {
            throw new ProblemException(EFFECTIVE_DATE_TOO_EARLY, "The present name is in use since " + last.from());
        }
        changed.add(new OrganisationName(last.name(), last.from(), on.minusDays(1)));
        changed.add(new OrganisationName(newName, on, null));
        names = List.copyOf(changed);
        name = newName;
        learnNames(List.of(newName));
        return OrganisationEvent.RENAMED;
    }

    /**
     * Says which body carries on its work.
     *
     * @param heirs codes of the successor and of the bodies after it, so that no circle can close
     */
    OrganisationEvent succeed(Organisation successor, Collection<String> heirs, LocalDate on) {
        refuseIfMerged();
        if (succeededBy != null) {
            throw new ProblemException(ORGANISATION_SUCCEEDED, "Its successor is " + succeededBy);
        }
        if (successor.code.equals(code) || heirs.contains(code)) {
            throw new ProblemException(SUCCESSION_CYCLE, code + " would succeed itself");
        }
        succeededBy = successor.code;
        succeededOn = on;
        learnNames(successor.allNames());
        return OrganisationEvent.SUCCEEDED;
    }

    /** Folds this record into another that stands for the same body; this one stays readable and points there. */
    OrganisationEvent mergeInto(Organisation survivor) {
        refuseIfMerged();
        survivor.refuseIfMerged();
        if (survivor.code.equals(code)) {
            throw new ProblemException(SUCCESSION_CYCLE, code + " cannot be merged into itself");
        }
        mergedInto = survivor.code;
        Set<Identifier> all = new LinkedHashSet<>(survivor.identifiers);
        all.addAll(identifiers);
        survivor.identifiers = List.copyOf(all);
        survivor.learnNames(allNames());
        learnNames(survivor.allNames());
        return OrganisationEvent.MERGED;
    }

    /** Makes the body findable by further names: those of its successor, its predecessor or a merged record. */
    void learnNames(Collection<String> further) {
        Set<String> known = new LinkedHashSet<>(List.of(searchText.split("\n")));
        known.addAll(further);
        searchText = String.join("\n", known);
        touch();
    }

    private void refuseIfMerged() {
        if (mergedInto != null) {
            throw new ProblemException(ORGANISATION_MERGED, "Its record is now " + mergedInto);
        }
    }

    private void touch() {
        updatedAt = now();
    }

    private static Instant now() {
        return PlatformTime.now().truncatedTo(ChronoUnit.MILLIS);
    }

    OrganisationDetails details() {
        return new OrganisationDetails(kind, country, identifiers);
    }

    List<String> allNames() {
        return names.stream().map(OrganisationName::name).distinct().toList();
    }

    List<String> formerNames() {
        return names.stream()
                .limit(names.size() - 1L)
                .map(OrganisationName::name)
                .distinct()
                .toList();
    }

    /** Full public state, as told to others. */
    OrganisationFacts facts() {
        return new OrganisationFacts(
                id, code, name, kind, country, formerNames(), identifiers, succeededBy, mergedInto);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    String code() {
        return code;
    }

    @Nullable
    String succeededBy() {
        return succeededBy;
    }

    String searchText() {
        return searchText;
    }

    OrganisationView view() {
        return new OrganisationView(
                id,
                code,
                name,
                names,
                kind,
                country,
                identifiers,
                succeededBy,
                succeededOn,
                mergedInto,
                createdAt,
                updatedAt,
                version);
    }
}
