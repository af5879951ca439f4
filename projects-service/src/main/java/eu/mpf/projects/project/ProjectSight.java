package eu.mpf.projects.project;

import org.jspecify.annotations.Nullable;

/**
 * Whose eyes projects are read with: the staff sees everything, a body the drafts and the money of what it leads, and all
 * others what is published.
 *
 * @param all whether it is the staff's
 * @param lead code of the body the reader speaks for, if there is one
 */
public record ProjectSight(boolean all, @Nullable String lead) {

    static final ProjectSight EVERYTHING = new ProjectSight(true, null);
    public static final ProjectSight PUBLISHED = new ProjectSight(false, null);

    /** What figures and maps count: they are the same for every body, its own drafts and money or not. */
    public ProjectSight ofFigures() {
        return all ? EVERYTHING : PUBLISHED;
    }

    /** Whether the reader speaks for this body. */
    boolean leads(@Nullable String leadCode) {
        return lead != null && lead.equals(leadCode);
    }

    /** Whether work in progress and money that is not public are shown. */
    boolean inside(@Nullable String leadCode) {
        return all || leads(leadCode);
    }

    boolean sees(ProjectView project) {
        return project.visibility() == Visibility.PUBLISHED || inside(project.leadOrganisation());
    }

    /** Whether nothing of the project is left out, whoever leads it; where not, {@link #shown} tells what. */
    boolean seesAllOf(StoredProject project) {
        return all || project.moneyPublic();
    }

    ProjectView shown(ProjectView project) {
        return inside(project.leadOrganisation()) ? project : project.withoutUnpublishedMoney();
    }

    /** Leaves out what is not for the reader. The project's row is {@code p}. */
    ProjectConditions narrow(ProjectConditions conditions) {
        if (all) {
            return conditions;
        }
        return lead == null
                ? conditions.add("p.visibility = 'PUBLISHED'")
                : conditions.add("p.visibility = 'PUBLISHED' OR p.lead_code = ?", lead);
    }
}
