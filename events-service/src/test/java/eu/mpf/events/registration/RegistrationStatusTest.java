package eu.mpf.events.registration;

import static eu.mpf.events.registration.RegistrationStatus.CHECKED_IN;
import static eu.mpf.events.registration.RegistrationStatus.CONFIRMED;
import static eu.mpf.events.registration.RegistrationStatus.OFFERED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E4")
class RegistrationStatusTest {

    @Test
    void everyPairOfStatesIsDecided() {
        var allowed = new TreeSet<String>();
        for (RegistrationStatus from : RegistrationStatus.values()) {
            for (RegistrationStatus to : RegistrationStatus.values()) {
                if (from.next().contains(to)) {
                    allowed.add(from + ">" + to);
                }
            }
        }
        assertThat(allowed)
                .containsExactlyInAnyOrder(
                        "PENDING>CONFIRMED",
                        "PENDING>WAITLISTED",
                        "PENDING>REJECTED",
                        "PENDING>WITHDRAWN",
                        "WAITLISTED>CONFIRMED",
                        "WAITLISTED>OFFERED",
                        "WAITLISTED>REJECTED",
                        "WAITLISTED>WITHDRAWN",
                        "OFFERED>CONFIRMED",
                        "OFFERED>REJECTED",
                        "OFFERED>WITHDRAWN",
                        "CONFIRMED>WITHDRAWN",
                        "CONFIRMED>CHECKED_IN",
                        "CHECKED_IN>CONFIRMED");
    }

    @Test
    void aSeatIsHeldFromTheOfferOn() {
        assertThat(Arrays.stream(RegistrationStatus.values()).filter(RegistrationStatus::holdsSeat))
                .containsExactly(CONFIRMED, OFFERED, CHECKED_IN);
    }
}
