package eu.mpf.calls.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("C24")
class PortalTextTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static List<String> all(String json) throws Exception {
        return PortalText.all(JSON.readTree(json));
    }

    @Test
    void aValueIsTheSameWhetherItIsATextAnArrayOrAnObject() throws Exception {
        assertThat(all("\" a \"")).containsExactly("a");
        assertThat(all("[\"a\", \" \", null, [\"b\"]]")).containsExactly("a", "b");
        assertThat(all("{\"id\": 7, \"value\": \"a\"}")).containsExactly("a");
        assertThat(all("{\"none\": 7}")).isEmpty();
        assertThat(all("null")).isEmpty();
    }

    @Test
    void aNumberIsWrittenInDigits() throws Exception {
        assertThat(all("1.7013636e12")).containsExactly("1701363600000");
        assertThat(all("1e40")).containsExactly("1" + "0".repeat(40));
    }

    @Test
    @Timeout(20)
    void aNumberOfABillionDigitsStaysAsItCame() throws Exception {
        assertThat(all("1e999999999")).containsExactly("1E+999999999");
        assertThat(all("1e-999999999")).containsExactly("1E-999999999");
    }
}
