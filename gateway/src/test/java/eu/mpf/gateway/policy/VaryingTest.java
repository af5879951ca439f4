package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of what an answer depends, in one line, each name once. */
class VaryingTest {

    private static MultiMap said(String... lines) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        List.of(lines).forEach(line -> headers.add("Vary", line));
        return headers;
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "none, Origin, Origin",
                "Accept, Origin, 'Accept, Origin'",
                "Origin, Origin, Origin",
                "origin, Origin, origin",
                "'Accept, Origin', ORIGIN, 'Accept, Origin'",
                "'Accept ,Origin', Accept, 'Accept ,Origin'",
                "X-Origin, Origin, 'X-Origin, Origin'",
                "Origins, Origin, 'Origins, Origin'",
            })
    void aNameIsAddedUnlessItStandsThereAlready(String before, String name, String after) {
        MultiMap headers = before == null ? said() : said(before);
        Varying.by(headers, name);
        assertThat(headers.getAll("Vary")).containsExactly(after);
    }

    @Test
    void severalLinesBecomeOneWithEachNameOnce() {
        MultiMap headers = said("Origin", "Accept-Encoding, origin", "Accept");
        Varying.settle(headers);
        assertThat(headers.getAll("Vary")).containsExactly("Origin, Accept-Encoding, Accept");
    }

    @Test
    void oneLineAndNoneStayAsTheyAre() {
        MultiMap one = said("Accept,  Accept");
        Varying.settle(one);
        assertThat(one.getAll("Vary")).containsExactly("Accept,  Accept");
        MultiMap none = said();
        Varying.settle(none);
        assertThat(none.isEmpty()).isTrue();
    }
}
