package eu.mpf.projects.project;

import java.util.Optional;

/** Where a project stands. The one table of moves is {@link #after}. */
public enum ProjectStatus {
    PLANNED,
    CONTRACTED,
    RUNNING,
    SUSPENDED,
    CLOSED,
    TERMINATED;

    /** The status a move leads to, or nothing where the move is not allowed. */
    public Optional<ProjectStatus> after(Move move) {
        return Optional.ofNullable(
                switch (this) {
                    case PLANNED ->
                        switch (move) {
                            case CONTRACT -> CONTRACTED;
                            case TERMINATE -> TERMINATED;
                            case START, SUSPEND, RESUME, CLOSE -> null;
                        };
                    case CONTRACTED ->
                        switch (move) {
                            case START -> RUNNING;
                            case TERMINATE -> TERMINATED;
                            case CONTRACT, SUSPEND, RESUME, CLOSE -> null;
                        };
                    case RUNNING ->
                        switch (move) {
                            case SUSPEND -> SUSPENDED;
                            case CLOSE -> CLOSED;
                            case TERMINATE -> TERMINATED;
                            case CONTRACT, START, RESUME -> null;
                        };
                    case SUSPENDED ->
                        switch (move) {
                            case RESUME -> RUNNING;
                            case TERMINATE -> TERMINATED;
                            case CONTRACT, START, SUSPEND, CLOSE -> null;
                        };
                    case CLOSED, TERMINATED -> null;
                });
    }

    /** Whether no move leads on. */
    public boolean ended() {
        return switch (this) {
            case PLANNED, CONTRACTED, RUNNING, SUSPENDED -> false;
            case CLOSED, TERMINATED -> true;
        };
    }

    /** A verb that moves a project on. */
    public enum Move {
        CONTRACT(false),
        START(false),
        SUSPEND(true),
        RESUME(false),
        CLOSE(false),
        TERMINATE(true);

        private final boolean needsReason;

        Move(boolean needsReason) {
            this.needsReason = needsReason;
        }

        /** Whether those who read the history later are owed a reason. */
        boolean needsReason() {
            return needsReason;
        }
    }
}
