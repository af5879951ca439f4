package eu.mpf.calls.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C9")
class CanonicalJsonTest {

    @Test
    void membersAreSortedAtEveryDepthAndListsKeepTheirOrder() throws IOException {
        assertThat(canonical("{ \"b\": [ {\"z\": 1, \"a\": null}, \"x\" ], \"a\": \"\u00e9\", \"B\": true }"))
                .isEqualTo("{\"B\":true,\"a\":\"\u00e9\",\"b\":[{\"a\":null,\"z\":1},\"x\"]}");
    }

    @Test
    void theSameSaidOtherwiseHasTheSameHashAndAnythingElseAnother() throws IOException {
        String hash = CanonicalJson.hash(canonical("{\"a\":1,\"b\":[1,2]}"));
        assertThat(CanonicalJson.hash(canonical("{\"b\":[1,2],\"a\":1}"))).isEqualTo(hash);
        assertThat(CanonicalJson.hash(canonical("{\"b\":[2,1],\"a\":1}"))).isNotEqualTo(hash);
        // FIPS 180-4, the example "abc".
        assertThat(CanonicalJson.hash("abc"))
                .isEqualTo("sha-256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    private static String canonical(String json) throws IOException {
        return CanonicalJson.of(new ObjectMapper().readTree(json));
    }
}
