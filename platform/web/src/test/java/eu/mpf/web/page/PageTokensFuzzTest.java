package eu.mpf.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.fuzz.Mutations;
import eu.mpf.web.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever comes as a page token, it is one of ours as it was, or refused. */
@Tag("E27")
@Timeout(600)
class PageTokensFuzzTest {
    @Test
    void aTokenIsOursAsItWasOrRefused() {
        var tokens = new PageTokens("key");
        var position = new PageTokens.Position("title", "hash", Arrays.asList("Ž", null, "0190"));
        var ours = tokens.write(position);
        Mutations.each(
                List.of(ours.getBytes(StandardCharsets.US_ASCII)),
                input -> assertThat(tokens.read(new String(input, StandardCharsets.UTF_8), "title", "hash"))
                        .isEqualTo(position),
                List.of(ProblemException.class));
    }
}
