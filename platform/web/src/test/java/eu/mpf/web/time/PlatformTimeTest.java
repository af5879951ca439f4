package eu.mpf.web.time;

import static java.time.temporal.ChronoUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X20")
class PlatformTimeTest {

    @AfterEach
    void runTrue() {
        PlatformTime.moveBy(null);
    }

    @Test
    void withoutARehearsalItIsTheTrueTime() {
        assertThat(PlatformTime.now()).isCloseTo(Instant.now(), within(1, MINUTES));
        assertThat(PlatformTime.rehearsed()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"PT72H", "-P400D", "PT0S"})
    void aRehearsalIsAsFarAwayAsWasSetAndGoesOn(Duration offset) {
        PlatformTime.moveBy(offset);
        assertThat(PlatformTime.now()).isCloseTo(Instant.now().plus(offset), within(1, MINUTES));
        assertThat(PlatformTime.today(ZoneOffset.UTC))
                .isBetween(
                        Instant.now()
                                .plus(offset)
                                .minusSeconds(60)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate(),
                        Instant.now()
                                .plus(offset)
                                .plusSeconds(60)
                                .atOffset(ZoneOffset.UTC)
                                .toLocalDate());
        assertThat(RehearsalHeader.value(offset)).endsWith("Z; offset=" + offset);
    }

    /** {@code enabled}, the address said to be a rehearsal's, and the one it has. */
    @ParameterizedTest
    @CsvSource({
        "false, , https://mpf.example, true",
        "true, https://rehearsal.mpf.example, https://rehearsal.mpf.example, true",
        "true, , https://mpf.example, false",
        "true, https://rehearsal.mpf.example, https://mpf.example, false"
    })
    void aProductionDoesNotStartAsARehearsal(boolean enabled, String said, String address, boolean starts) {
        RehearsalConfig config = new RehearsalConfig() {
            @Override
            public boolean enabled() {
                return enabled;
            }

            @Override
            public Optional<String> publicUrl() {
                return Optional.ofNullable(said);
            }

            @Override
            public String followEvery() {
                return "off";
            }
        };
        if (starts) {
            RehearsalGuard.check(config, address);
        } else {
            assertThatThrownBy(() -> RehearsalGuard.check(config, address))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("mpf.rehearsal.public-url=" + address);
        }
    }
}
