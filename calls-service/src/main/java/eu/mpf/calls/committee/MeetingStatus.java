package eu.mpf.calls.committee;

import java.util.Optional;

/** Where a meeting stands. */
public enum MeetingStatus {
    PLANNED,
    OPEN,
    CLOSED;

    /** The one table of what may be done in a meeting; empty where it may not be done. */
    public Optional<MeetingStatus> after(MeetingCommand command) {
        return Optional.ofNullable(
                switch (this) {
                    case PLANNED ->
                        switch (command) {
                            case ARRANGE, SCHEDULE, WRITE_MINUTES, DECLARE_CONFLICT -> PLANNED;
                            case OPEN -> MeetingStatus.OPEN;
                            case VOTE, DECIDE, CLOSE -> null;
                        };
                    case OPEN ->
                        switch (command) {
                            case ARRANGE, WRITE_MINUTES, DECLARE_CONFLICT, VOTE, DECIDE -> MeetingStatus.OPEN;
                            case CLOSE -> CLOSED;
                            case SCHEDULE, OPEN -> null;
                        };
                    // Minutes and the letters that follow from the votes come after the meeting.
                    case CLOSED ->
                        switch (command) {
                            case WRITE_MINUTES, DECIDE -> CLOSED;
                            case ARRANGE, SCHEDULE, DECLARE_CONFLICT, OPEN, VOTE, CLOSE -> null;
                        };
                });
    }
}
