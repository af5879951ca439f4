package eu.mpf.projects.exchange.intake;

import eu.mpf.projects.project.GranteeStanding;
import eu.mpf.projects.project.ProjectStatus;
import eu.mpf.projects.project.ProjectStatus.Move;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The moves by which a project that enters as planned reaches the status that a file tells. */
final class StatusPath {

    private StatusPath() {}

    /** @param standing tells a project terminated after its contract, whose bodies are past grantees, from one before */
    static List<Move> to(@Nullable ProjectStatus status, @Nullable GranteeStanding standing) {
        return switch (status) {
            case null -> List.of();
            case PLANNED -> List.of();
            case CONTRACTED -> List.of(Move.CONTRACT);
            case RUNNING -> List.of(Move.CONTRACT, Move.START);
            case SUSPENDED -> List.of(Move.CONTRACT, Move.START, Move.SUSPEND);
            case CLOSED -> List.of(Move.CONTRACT, Move.START, Move.CLOSE);
            case TERMINATED ->
                standing == GranteeStanding.PAST ? List.of(Move.CONTRACT, Move.TERMINATE) : List.of(Move.TERMINATE);
        };
    }
}
