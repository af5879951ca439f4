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

    /** The example of RFC 8785, 3.2.2 and 3.2.3, without its fractional numbers. */
    @Test
    void itIsWrittenAsTheStandardWritesItsExample() throws IOException {
        String written = """
                {"string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/", "literals": [null, true, false]}""";
        assertThat(canonical(written))
                .isEqualTo("{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void everyUnitBelowTheSpaceIsEscapedAsAnotherProgramWouldAndNothingAboveItIs() throws IOException {
        StringBuilder all = new StringBuilder(
                "{\"\u20ac\":1,\"\\r\":2,\"\ufb33\":3,\"1\":4,\"\ud83d\ude00\":5,\"\u0080\":6,\"e\":{},\"l\":[],\"text\":\"");
        for (int unit = 0; unit < 0x20; unit++) {
            all.append("\\u%04X".formatted(unit));
        }
        String json = all.append("\u007f\u2028\"}").toString();
        assertThat(canonical(json)).isEqualTo(Rfc8785.of(new ObjectMapper().readTree(json)));
        assertThat(canonical(json)).contains("\\u000b", "\\u001f").doesNotContain("\\u000B");
    }

    @Test
    void aHashOfTheSpellingBeforeStillMatchesAndThatOfSomethingElseDoesNot() throws IOException {
        var pasted = new ObjectMapper().readTree("{\"b\":[{\"z\":\"a\\u000Bb\",\"a\":1}]}");
        String before = CanonicalJson.hash("{\"b\":[{\"a\":1,\"z\":\"a\\u000Bb\"}]}");
        assertThat(CanonicalJson.matches(pasted, before)).isTrue();
        assertThat(CanonicalJson.matches(pasted, CanonicalJson.hash(CanonicalJson.of(pasted))))
                .isTrue();
        assertThat(CanonicalJson.of(pasted)).isEqualTo("{\"b\":[{\"a\":1,\"z\":\"a\\u000bb\"}]}");
        assertThat(CanonicalJson.matches(new ObjectMapper().readTree("{\"b\":[]}"), before))
                .isFalse();
    }

    private static String canonical(String json) throws IOException {
        return CanonicalJson.of(new ObjectMapper().readTree(json));
    }
}
