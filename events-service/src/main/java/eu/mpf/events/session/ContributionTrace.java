package eu.mpf.events.session;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the audit trail tells of a contribution: everything but how somebody was called that day, of which it tells only
 * that it changed. The person may ask for it to go, and nothing ever goes from the trail.
 *
 * @param corrected which of name, honorific, post and unit are others than before; {@code null} if nothing was before
 */
record ContributionTrace(
        UUID sessionId,
        ContributionRole role,
        UUID personId,
        @Nullable Integer position,
        @Nullable String organisation,
        @Nullable String organisationName,
        @Nullable String project,
        @Nullable String type,
        @Nullable List<String> corrected) {

    static ContributionTrace of(Contribution contribution) {
        return of(contribution, null);
    }

    /** @param before as it was recorded */
    static ContributionTrace revised(Contribution contribution, ContributionDetails before) {
        ContributionDetails after = contribution.details();
        return of(
                contribution,
                Stream.of(
                                corrected("name", before.name(), after.name()),
                                corrected("honorific", before.honorific(), after.honorific()),
                                corrected("post", before.post(), after.post()),
                                corrected("unit", before.unit(), after.unit()))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<String> corrected(String field, @Nullable String before, @Nullable String after) {
        return Objects.equals(before, after) ? List.of() : List.of(field);
    }

    private static ContributionTrace of(Contribution contribution, @Nullable List<String> corrected) {
        ContributionDetails d = contribution.details();
        return new ContributionTrace(
                contribution.sessionId(),
                d.role(),
                d.personId(),
                d.position(),
                d.organisation(),
                d.organisationName(),
                d.project(),
                d.type(),
                corrected);
    }
}
