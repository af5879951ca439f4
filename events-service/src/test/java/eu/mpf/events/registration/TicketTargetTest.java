package eu.mpf.events.registration;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.EventsConfig;
import eu.mpf.testkit.fuzz.Seeds;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is shown at the door, or comes as the token of a registration, opens what it was made for or nothing. Sought by {@code ./mpf fuzz TicketTargetTest}; here the known inputs only. */
@Tag("E27")
public class TicketTargetTest {

    private static final EventsConfig CONFIG = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 200, new DurationConverter())
            .withMapping(EventsConfig.class)
            .build()
            .getConfigMapping(EventsConfig.class);

    private static final UUID REGISTRATION = new UUID(1, 2);
    private static final UUID EVENT = new UUID(3, 4);
    private static final ManageToken TOKENS = new ManageToken(CONFIG);
    private static final CheckInCodes CODES = new CheckInCodes(new SigningKey(CONFIG));
    private static final String CODE = CODES.of(REGISTRATION, EVENT);

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        TOKENS.idIn(text).ifPresent(id -> {
            if (!TOKENS.of(id).equals(text)) {
                throw new IllegalStateException("a token nobody gave out is taken");
            }
        });
        CODES.read(text).ifPresent(read -> {
            if (!CODES.of(read.registrationId(), read.eventId()).equals(text)) {
                throw new IllegalStateException("a code nobody gave out is taken");
            }
        });
        if (CODES.read(CODE).isEmpty()) {
            throw new IllegalStateException("a good code is not taken any more");
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(TicketTargetTest.class, TicketTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
