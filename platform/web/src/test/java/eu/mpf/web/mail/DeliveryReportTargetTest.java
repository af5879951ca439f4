package eu.mpf.web.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.fuzz.Seeds;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever comes back as a mail is a notification, or none, or refused. Sought by {@code ./mpf fuzz DeliveryReportTargetTest}; here the known inputs only. */
@Tag("E27")
public class DeliveryReportTargetTest {

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) {
        try {
            DeliveryReport.read(input).ifPresent(DeliveryReport::isAddressRefused);
        } catch (DeliveryReport.Malformed refused) {
            return; // as it should
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(DeliveryReportTargetTest.class, DeliveryReportTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
