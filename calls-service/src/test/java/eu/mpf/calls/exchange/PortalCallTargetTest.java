package eu.mpf.calls.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.testkit.fuzz.Seeds;
import eu.mpf.web.bulk.JsonRows;
import eu.mpf.web.bulk.Row;
import eu.mpf.web.json.JsonSettings;
import eu.mpf.web.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A row, whatever it holds, becomes terms of a call that can be stored and published, or is refused. Sought by {@code ./mpf fuzz PortalCallTargetTest}; here the known inputs only. */
@Tag("E27")
public class PortalCallTargetTest {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new JavaTimeModule());

    static {
        new JsonSettings().customize(JSON);
    }

    /** What Jazzer calls. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        JsonRows.each(new String(input, StandardCharsets.UTF_8), PortalCallTargetTest::row);
    }

    private static void row(Row row) {
        CallTerms terms;
        try {
            terms = PortalCall.read(row).terms();
        } catch (ProblemException refused) {
            return; // as it should
        }
        if (terms.opensLocal() != null) {
            requireYear(terms.opensLocal());
        }
        terms.deadlines().forEach(deadline -> requireYear(deadline.local()));
        try {
            if (!JSON.readValue(JSON.writeValueAsBytes(terms), CallTerms.class).equals(terms)) {
                throw new IllegalStateException("other terms than were stored");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void requireYear(LocalDateTime local) {
        if (local.getYear() < 1 || local.getYear() > 9999) {
            throw new IllegalStateException("no partner can write this year: " + local);
        }
    }

    @Test
    void theKnownInputsAreReadOrRefused() throws Exception {
        assertThat(Seeds.each(PortalCallTargetTest.class, PortalCallTargetTest::fuzzerTestOneInput))
                .isPositive();
    }
}
