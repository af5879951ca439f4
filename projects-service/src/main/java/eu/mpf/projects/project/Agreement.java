package eu.mpf.projects.project;

import eu.mpf.web.value.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the contract of a project settles, told inside this service whenever it changes: payments and reports follow it.
 *
 * @param committed the EU share as agreed; absent where it is not known
 * @param startDate first day of the action
 * @param endDate its last day
 */
public record Agreement(
        UUID projectId,
        ProjectKind kind,
        @Nullable Money committed,
        @Nullable LocalDate startDate,
        @Nullable LocalDate endDate) {

    /** There is no contract, or nothing is known of it. */
    static Agreement none(UUID projectId) {
        return new Agreement(projectId, ProjectKind.GRANT, null, null, null);
    }
}
