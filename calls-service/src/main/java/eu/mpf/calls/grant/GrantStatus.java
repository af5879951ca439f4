package eu.mpf.calls.grant;

import java.util.Optional;

/** Where a grant stands. Its money is reserved, then committed, or free again. */
public enum GrantStatus {
    AWARDED,
    SIGNED,
    WITHDRAWN;

    /** The one table of what may be done to a grant; empty where it may not be done. */
    public Optional<GrantStatus> after(GrantCommand command) {
        return Optional.ofNullable(
                switch (this) {
                    case AWARDED ->
                        switch (command) {
                            case SIGN -> SIGNED;
                            case MEET_CONDITION -> AWARDED;
                            case WITHDRAW -> WITHDRAWN;
                        };
                    case SIGNED ->
                        switch (command) {
                            case MEET_CONDITION -> SIGNED;
                            case WITHDRAW -> WITHDRAWN;
                            case SIGN -> null;
                        };
                    case WITHDRAWN ->
                        switch (command) {
                            case SIGN, MEET_CONDITION, WITHDRAW -> null;
                        };
                });
    }
}
