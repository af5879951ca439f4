package eu.mpf.gateway.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The life of a key: every state against everything that may be asked of it. */
@Tag("X16")
class ApiKeyTest {

    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final UUID ID = UUID.randomUUID();

    private static ApiKey key(Instant expires, Instant revoked, long version) {
        return new ApiKey(
                ID,
                ID,
                "mpf_abcdefghij",
                List.of("projects:read"),
                NOW.minusSeconds(60),
                expires,
                revoked,
                NOW,
                version);
    }

    private static ApiKey in(KeyState state) {
        return switch (state) {
            case LIVE -> key(NOW.plusSeconds(3_600), null, 1);
            case EXPIRED -> key(NOW, null, 1);
            case REVOKED -> key(NOW.plusSeconds(3_600), NOW.minusSeconds(1), 1);
        };
    }

    @ParameterizedTest
    @EnumSource(KeyState.class)
    void onlyALiveKeyIsRevokedOrRotated(KeyState state) {
        ApiKey key = in(state);
        assertThat(key.state(NOW)).isEqualTo(state);
        if (state == KeyState.LIVE) {
            assertThat(key.revoked(NOW)).isEqualTo(key(key.expiresAt(), NOW, 2));
            assertThat(key.revoked(NOW).state(NOW)).isEqualTo(KeyState.REVOKED);
            assertThat(key.succeeded(NOW, Duration.ofMinutes(1)).state(NOW)).isEqualTo(KeyState.LIVE);
        } else {
            assertThatThrownBy(() -> key.revoked(NOW))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refused -> assertThat(refused.type()).isEqualTo(GatewayProblem.KEY_STATE))
                    .hasMessage("Only a live key can be revoked; this one is " + state + ".");
            assertThatThrownBy(() -> key.succeeded(NOW, Duration.ofDays(1)))
                    .hasMessage("Only a live key can be rotated; this one is " + state + ".");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "3599, 3599", "3600, 3600", "3601, 3600", "86400, 3600"})
    void aRotatedKeyServesALittleLongerButNotLongerThanItWouldHave(long overlap, long served) {
        ApiKey key = in(KeyState.LIVE);
        assertThat(key.succeeded(NOW, Duration.ofSeconds(overlap))).isEqualTo(key(NOW.plusSeconds(served), null, 2));
    }

    @Test
    void aKeyEndsAtItsMomentNotAfterIt() {
        ApiKey key = key(NOW, null, 1);
        assertThat(key.state(NOW.minusNanos(1))).isEqualTo(KeyState.LIVE);
        assertThat(key.state(NOW)).isEqualTo(KeyState.EXPIRED);
        assertThat(key(NOW, NOW.minusSeconds(9), 1).state(NOW.plusSeconds(1))).isEqualTo(KeyState.REVOKED);
    }
}
