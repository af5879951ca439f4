package eu.mpf.calls.application;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An organisation of the consortium beside the lead. It takes part once it confirmed with its own token. */
public record Partner(
        UUID id,
        String organisation,
        @Nullable String name,
        @Nullable String country,
        Role role,
        State status) {

    Partner with(State next) {
        return new Partner(id, organisation, name, country, role, next);
    }

    /** What the partner does in the action. */
    public enum Role {
        CO_APPLICANT,
        AFFILIATED,
        ASSOCIATED,
        SUBCONTRACTOR
    }

    /** Named by the lead, asked, and what it said. */
    public enum State {
        LISTED,
        INVITED,
        CONFIRMED,
        DECLINED;

        /** The one table of what may be done to a partner, and what it becomes; empty where it may not be done. */
        public Optional<State> after(PartnerCommand command) {
            return Optional.ofNullable(
                    switch (this) {
                        case LISTED, DECLINED ->
                            switch (command) {
                                case INVITE -> INVITED;
                                case CONFIRM, DECLINE -> null;
                            };
                        case INVITED ->
                            switch (command) {
                                case CONFIRM -> CONFIRMED;
                                case DECLINE -> DECLINED;
                                case INVITE -> null;
                            };
                        case CONFIRMED ->
                            switch (command) {
                                case DECLINE -> DECLINED;
                                case INVITE, CONFIRM -> null;
                            };
                    });
        }
    }
}
