package eu.mpf.calls.application;

import static eu.mpf.calls.application.ApplicationCommand.ACCEPT;
import static eu.mpf.calls.application.ApplicationCommand.AWARD;
import static eu.mpf.calls.application.ApplicationCommand.DECLINE;
import static eu.mpf.calls.application.ApplicationCommand.EDIT;
import static eu.mpf.calls.application.ApplicationCommand.EXCLUDE;
import static eu.mpf.calls.application.ApplicationCommand.INVITE;
import static eu.mpf.calls.application.ApplicationCommand.REJECT;
import static eu.mpf.calls.application.ApplicationCommand.REOPEN;
import static eu.mpf.calls.application.ApplicationCommand.RESERVE;
import static eu.mpf.calls.application.ApplicationCommand.RESUME;
import static eu.mpf.calls.application.ApplicationCommand.RETURN;
import static eu.mpf.calls.application.ApplicationCommand.REVOKE;
import static eu.mpf.calls.application.ApplicationCommand.SUBMIT;
import static eu.mpf.calls.application.ApplicationCommand.SUBMIT_CONCEPT;
import static eu.mpf.calls.application.ApplicationCommand.WITHDRAW;
import static eu.mpf.calls.application.ApplicationStatus.AWARDED;
import static eu.mpf.calls.application.ApplicationStatus.CONCEPT_SUBMITTED;
import static eu.mpf.calls.application.ApplicationStatus.DRAFT;
import static eu.mpf.calls.application.ApplicationStatus.ELIGIBLE;
import static eu.mpf.calls.application.ApplicationStatus.INELIGIBLE;
import static eu.mpf.calls.application.ApplicationStatus.INVITED;
import static eu.mpf.calls.application.ApplicationStatus.NOT_INVITED;
import static eu.mpf.calls.application.ApplicationStatus.REJECTED;
import static eu.mpf.calls.application.ApplicationStatus.RESERVED;
import static eu.mpf.calls.application.ApplicationStatus.RETURNED;
import static eu.mpf.calls.application.ApplicationStatus.REVOKED;
import static eu.mpf.calls.application.ApplicationStatus.SUBMITTED;
import static eu.mpf.calls.application.ApplicationStatus.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ApplicationStatusTest {

    private static final Map<ApplicationStatus, Map<ApplicationCommand, ApplicationStatus>> MOVES = Map.of(
            DRAFT, Map.of(EDIT, DRAFT, SUBMIT_CONCEPT, CONCEPT_SUBMITTED, SUBMIT, SUBMITTED),
            WITHDRAWN, Map.of(EDIT, WITHDRAWN, SUBMIT_CONCEPT, CONCEPT_SUBMITTED, SUBMIT, SUBMITTED),
            CONCEPT_SUBMITTED, Map.of(INVITE, INVITED, DECLINE, NOT_INVITED, WITHDRAW, WITHDRAWN),
            INVITED, Map.of(EDIT, INVITED, SUBMIT, SUBMITTED, WITHDRAW, WITHDRAWN),
            SUBMITTED, Map.of(WITHDRAW, WITHDRAWN, RETURN, RETURNED, ACCEPT, ELIGIBLE, EXCLUDE, INELIGIBLE),
            RETURNED, Map.of(EDIT, RETURNED, RESUME, SUBMITTED, WITHDRAW, WITHDRAWN),
            ELIGIBLE, Map.of(WITHDRAW, WITHDRAWN, RESERVE, RESERVED, REJECT, REJECTED, AWARD, AWARDED),
            RESERVED, Map.of(WITHDRAW, WITHDRAWN, REJECT, REJECTED, AWARD, AWARDED),
            AWARDED, Map.of(REVOKE, REVOKED));

    /** Only a review takes a refusal back, and then to where it was refused. */
    private static final Map<ApplicationStatus, ApplicationStatus> REOPENED =
            Map.of(REJECTED, ELIGIBLE, INELIGIBLE, SUBMITTED, NOT_INVITED, CONCEPT_SUBMITTED);

    @Test
    void everyPairOfStatusAndCommandIsDecided() {
        for (ApplicationStatus status : ApplicationStatus.values()) {
            for (ApplicationCommand command : ApplicationCommand.values()) {
                assertThat(status.after(command).orElse(null))
                        .as(status + " " + command)
                        .isEqualTo(
                                command == REOPEN
                                        ? REOPENED.get(status)
                                        : MOVES.getOrDefault(status, Map.of()).get(command));
            }
        }
    }

    @Test
    void whatIsRejectedStaysRejected() {
        assertThat(MOVES).doesNotContainKeys(REJECTED, INELIGIBLE, NOT_INVITED, REVOKED);
    }
}
