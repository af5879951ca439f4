package eu.mpf.projects.project;

import eu.mpf.web.problem.Violations;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.Objects;
import java.util.Set;

/** What an amendment of the grant agreement changes. */
public enum AmendmentKind {
    EXTENSION(Change.Kind.EXTENSION, Set.of("startDate", "endDate")),
    BUDGET(Change.Kind.BUDGET, Set.of("budget", "fund", "inKind")),
    CHANGE_OF_LEAD(Change.Kind.CHANGE_OF_LEAD, Set.of("leadOrganisation", "leadName", "partners", "memberStates")),
    OTHER(Change.Kind.OTHER_AMENDMENT, Set.of());

    private final Change.Kind kept;
    private final Set<String> fields;

    AmendmentKind(Change.Kind kept, Set<String> fields) {
        this.kept = kept;
        this.fields = fields;
    }

    Change.Kind kept() {
        return kept;
    }

    /** Refuses fields that an amendment of this kind does not touch. @throws ProblemException with each of them */
    void checkFields(Iterator<String> names) {
        Violations violations = new Violations();
        names.forEachRemaining(name -> violations.check(
                fields.isEmpty() || fields.contains(name),
                "/changes/" + name,
                "outside-amendment",
                "An amendment of the kind " + this + " changes " + fields + " only"));
        violations.throwIfAny();
    }

    /** An amendment does what it is called. */
    void check(ProjectDetails before, ProjectDetails after) {
        Violations violations = new Violations();
        violations.check(!before.equals(after), "/changes", "nothing-changes", "The project is so already");
        switch (this) {
            case EXTENSION -> {
                LocalDate earlier = before.endDate();
                LocalDate later = after.endDate();
                violations.check(
                        later != null && (earlier == null || later.isAfter(earlier)),
                        "/changes/endDate",
                        "not-later",
                        "An extension ends later than " + earlier);
            }
            case CHANGE_OF_LEAD ->
                violations.check(
                        !Objects.equals(before.leadOrganisation(), after.leadOrganisation())
                                || !Objects.equals(before.leadName(), after.leadName()),
                        "/changes/leadOrganisation",
                        "same-lead",
                        "The lead is the same as before");
            case BUDGET, OTHER -> {
                // Whatever of their fields changed is what they are about.
            }
        }
        violations.throwIfAny();
    }
}
