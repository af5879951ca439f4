package eu.mpf.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A partner's program: what changes, and what a closed one no longer does. */
@Tag("X16")
class ApiClientTest {

    private static final ApiClient ACTIVE = client(ClientStatus.ACTIVE, "mirror", List.of("projects:read"), 3, 100);

    private static ApiClient client(
            ClientStatus status, String name, List<String> scopes, long version, Integer limit) {
        return new ApiClient(
                UUID.fromString("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b"),
                Optional.of("LV-SBG"),
                "partner",
                List.of("partner"),
                name,
                name + "@partner.example",
                scopes,
                status,
                version,
                Instant.EPOCH,
                limit);
    }

    @Test
    void revisingItChangesNameContactAndScopes() {
        assertThat(ACTIVE.revised("copy", "copy@partner.example", List.of("calls:read")))
                .isEqualTo(client(ClientStatus.ACTIVE, "copy", List.of("calls:read"), 4, 100));
    }

    @Test
    void closingItChangesNothingElse() {
        assertThat(ACTIVE.closed()).isEqualTo(client(ClientStatus.CLOSED, "mirror", List.of("projects:read"), 4, 100));
    }

    @Test
    void aLimitOfItsOwnIsGivenAndTakenAway() {
        assertThat(ACTIVE.limited(7)).isEqualTo(client(ClientStatus.ACTIVE, "mirror", ACTIVE.scopes(), 4, 7));
        assertThat(ACTIVE.limited(null)).isEqualTo(client(ClientStatus.ACTIVE, "mirror", ACTIVE.scopes(), 4, null));
    }

    @Test
    void aClosedOneNeitherChangesNorHasKeys() {
        ApiClient closed = ACTIVE.closed();
        List<ThrowingCallable> changes = List.of(
                () -> closed.revised("a", "b", List.of()),
                closed::closed,
                () -> closed.limited(1),
                closed::requireActive);
        for (ThrowingCallable change : changes) {
            assertThatThrownBy(change)
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.type()).isEqualTo(GatewayProblem.CLIENT_CLOSED));
        }
        ACTIVE.requireActive();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "LV-SBG, me, false, LV-SBG, other, true",
                "LV-SBG, me, false, LT-SBGS, me, false",
                "LV-SBG, me, false, none, me, true",
                "LV-SBG, me, false, none, other, false",
                "none, me, false, none, me, true",
                "none, me, false, none, other, false",
                "none, me, false, LV-SBG, me, false",
                "none, me, true, LV-SBG, other, true",
                "LV-SBG, me, true, none, other, true",
            })
    void whatBelongsToAnOrganisationIsAllItsMembersAndWithoutOneItsOwnersAlone(
            String organisation, String subject, boolean everything, String theirs, String owner, boolean owns) {
        Owner asking = new Owner(subject, Optional.ofNullable(organisation), List.of(), everything);
        assertThat(asking.owns(Optional.ofNullable(theirs), owner)).isEqualTo(owns);
    }
}
