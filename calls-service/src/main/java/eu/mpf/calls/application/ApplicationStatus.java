package eu.mpf.calls.application;

import java.util.Optional;

/** Where an application stands. The public sees less; this is the internal status. */
public enum ApplicationStatus {
    DRAFT,
    CONCEPT_SUBMITTED,
    INVITED,
    NOT_INVITED,
    SUBMITTED,
    RETURNED,
    ELIGIBLE,
    INELIGIBLE,
    RESERVED,
    REJECTED,
    AWARDED,
    REVOKED,
    WITHDRAWN;

    /** The one table of what may be done to an application, and what it becomes; empty where it may not be done. */
    public Optional<ApplicationStatus> after(ApplicationCommand command) {
        return Optional.ofNullable(
                switch (this) {
                    case DRAFT, WITHDRAWN ->
                        switch (command) {
                            case EDIT -> this;
                            case SUBMIT_CONCEPT -> CONCEPT_SUBMITTED;
                            case SUBMIT -> SUBMITTED;
                            case INVITE,
                                    DECLINE,
                                    WITHDRAW,
                                    RETURN,
                                    RESUME,
                                    ACCEPT,
                                    EXCLUDE,
                                    RESERVE,
                                    REJECT,
                                    AWARD,
                                    REVOKE,
                                    REOPEN -> null;
                        };
                    case CONCEPT_SUBMITTED ->
                        switch (command) {
                            case INVITE -> INVITED;
                            case DECLINE -> NOT_INVITED;
                            case WITHDRAW -> WITHDRAWN;
                            case EDIT,
                                    SUBMIT_CONCEPT,
                                    SUBMIT,
                                    RETURN,
                                    RESUME,
                                    ACCEPT,
                                    EXCLUDE,
                                    RESERVE,
                                    REJECT,
                                    AWARD,
                                    REVOKE,
                                    REOPEN -> null;
                        };
                    case INVITED ->
                        switch (command) {
                            case EDIT -> INVITED;
                            case SUBMIT -> SUBMITTED;
                            case WITHDRAW -> WITHDRAWN;
                            case SUBMIT_CONCEPT,
                                    INVITE,
                                    DECLINE,
                                    RETURN,
                                    RESUME,
                                    ACCEPT,
                                    EXCLUDE,
                                    RESERVE,
                                    REJECT,
                                    AWARD,
                                    REVOKE,
                                    REOPEN -> null;
                        };
                    case SUBMITTED ->
                        switch (command) {
                            case WITHDRAW -> WITHDRAWN;
                            case RETURN -> RETURNED;
                            case ACCEPT -> ELIGIBLE;
                            case EXCLUDE -> INELIGIBLE;
                            case EDIT,
                                    SUBMIT_CONCEPT,
                                    INVITE,
                                    DECLINE,
                                    SUBMIT,
                                    RESUME,
                                    RESERVE,
                                    REJECT,
                                    AWARD,
                                    REVOKE,
                                    REOPEN -> null;
                        };
                    case RETURNED ->
                        switch (command) {
                            case EDIT -> RETURNED;
                            case RESUME -> SUBMITTED;
                            case WITHDRAW -> WITHDRAWN;
                            case SUBMIT_CONCEPT,
                                    INVITE,
                                    DECLINE,
                                    SUBMIT,
                                    RETURN,
                                    ACCEPT,
                                    EXCLUDE,
                                    RESERVE,
                                    REJECT,
                                    AWARD,
                                    REVOKE,
                                    REOPEN -> null;
                        };
                    case ELIGIBLE ->
                        switch (command) {
                            case WITHDRAW -> WITHDRAWN;
                            case RESERVE -> RESERVED;
                            case REJECT -> REJECTED;
                            case AWARD -> AWARDED;
                            case EDIT,
                                    SUBMIT_CONCEPT,
                                    INVITE,
                                    DECLINE,
                                    SUBMIT,
                                    RETURN,
                                    RESUME,
                                    ACCEPT,
                                    EXCLUDE,
                                    REVOKE,
                                    REOPEN -> null;
                        };
                    case RESERVED ->
                        switch (command) {
                            case WITHDRAW -> WITHDRAWN;
                            case REJECT -> REJECTED;
                            case AWARD -> AWARDED;
                            case EDIT,
                                    SUBMIT_CONCEPT,
                                    INVITE,
                                    DECLINE,
                                    SUBMIT,
                                    RETURN,
                                    RESUME,
                                    ACCEPT,
                                    EXCLUDE,
                                    RESERVE,
                                    REVOKE,
                                    REOPEN -> null;
                        };
                    case AWARDED ->
                        switch (command) {
                            case REVOKE -> REVOKED;
                            case EDIT,
                                    SUBMIT_CONCEPT,
                                    INVITE,
                                    DECLINE,
                                    SUBMIT,
                                    WITHDRAW,
                                    RETURN,
                                    RESUME,
                                    ACCEPT,
                                    EXCLUDE,
                                    RESERVE,
                                    REJECT,
                                    AWARD,
                                    REOPEN -> null;
                        };
                    // A refusal is final unless a review overturns it: then what was refused is looked at again.
                    case NOT_INVITED -> command == ApplicationCommand.REOPEN ? CONCEPT_SUBMITTED : null;
                    case INELIGIBLE -> command == ApplicationCommand.REOPEN ? SUBMITTED : null;
                    case REJECTED -> command == ApplicationCommand.REOPEN ? ELIGIBLE : null;
                    case REVOKED -> null;
                });
    }

    /** Whether it is before the facility: not a draft, and not taken back. */
    public boolean isHandedIn() {
        return this != DRAFT && this != WITHDRAWN;
    }

    /** Whether the applicant learns of it by a letter and not before. */
    public boolean toldByLetter() {
        return switch (this) {
            case NOT_INVITED, INELIGIBLE, RESERVED, REJECTED, AWARDED -> true;
            case DRAFT, CONCEPT_SUBMITTED, INVITED, SUBMITTED, RETURNED, ELIGIBLE, REVOKED, WITHDRAWN -> false;
        };
    }

    /** Whether it ends the procedure against the applicant. */
    public boolean refused() {
        return this == NOT_INVITED || this == INELIGIBLE || this == REJECTED;
    }
}
