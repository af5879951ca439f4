package eu.mpf.events.session;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who did what in a session, as at the event.
 *
 * @param honorific the person's if absent
 * @param name the person's if absent
 * @param organisation code of the organisation
 * @param organisationName its name that day; today's if absent
 * @param project code of the project presented
 * @param type code of the partnership type it was presented for
 */
@Schema(name = "ContributionDetails")
public record ContributionDetails(
        @NotNull ContributionRole role,
        @NotNull UUID personId,
        @Nullable @Min(0) Integer position,
        @Nullable @Size(max = 40) String honorific,
        @Nullable @Size(max = 200) String name,
        @Nullable @Size(max = 300) String post,
        @Nullable @Size(max = 200) String unit,

        @Nullable @Size(max = 80) @Schema(examples = "ICMPD")
        String organisation,

        @Nullable @Size(max = 300) String organisationName,

        @Nullable @Size(max = 80) @Schema(examples = "PROMETHEUS-II")
        String project,

        @Nullable @Size(max = 80) String type) {

    /**
     * What was written down of another person or body is not said of these: unless given anew, it is looked up again.
     *
     * @param before as it was recorded
     */
    ContributionDetails correctedFrom(ContributionDetails before) {

        boolean otherPerson = !personId.equals(before.personId);
        boolean otherBody = !Objects.equals(organisation, before.organisation);
        return new ContributionDetails(
                role,
                personId,
                position,
                otherPerson && Objects.equals(honorific, before.honorific) ? null : honorific,
                otherPerson && Objects.equals(name, before.name) ? null : name,
                post,
                unit,
                organisation,
                otherBody && Objects.equals(organisationName, before.organisationName) ? null : organisationName,
                project,
                type);
    }

    /** @throws ProblemException 400 for a name or a code that nobody could read out */
    ContributionDetails completed(
            int nextPosition, @Nullable String honorific, String name, @Nullable String organisationName) {
        Violations wrong = new Violations();
        checkReadable(this.name, "/name", wrong);
        checkReadable(organisation, "/organisation", wrong);
        checkReadable(project, "/project", wrong);
        checkReadable(type, "/type", wrong);
        wrong.throwIfAny();
        return new ContributionDetails(
                role,
                personId,
                position == null ? Integer.valueOf(nextPosition) : position,
                this.honorific == null ? honorific : this.honorific,
                this.name == null ? name : this.name,
                post,
                unit,
                organisation,
                this.organisationName == null ? organisationName : this.organisationName,
                project,
                type);
    }

    private static void checkReadable(@Nullable String given, String pointer, Violations wrong) {
        wrong.check(
                given == null || given.codePoints().anyMatch(Character::isLetterOrDigit),
                pointer,
                "blank",
                "must hold a letter or a digit");
    }
}
