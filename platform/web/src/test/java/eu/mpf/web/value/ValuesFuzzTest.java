package eu.mpf.web.value;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.web.fuzz.Mutations;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.subject.Address;
import eu.mpf.web.version.Versions;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever stands where a value is expected, it is one or refused as every bad value is. */
@Tag("E27")
@Timeout(600)
class ValuesFuzzTest {
    private static final JsonMapper JSON = new JsonMapper();

    private static List<byte[]> texts(String... texts) {
        return java.util.Arrays.stream(texts).map(text -> text.getBytes(UTF_8)).toList();
    }

    @Test
    void money() {
        Mutations.each(
                texts("{\"amount\":\"169587.27\",\"currency\":\"EUR\"}"),
                input -> JSON.readValue(new String(input, UTF_8), Money.class),
                List.of(JsonProcessingException.class));
    }

    @Test
    void textsInLanguages() {
        Mutations.each(
                texts("{\"en\":\"Border\",\"lv\":\"Robeža\"}"),
                input -> JSON.readValue(new String(input, UTF_8), LocalizedText.class),
                List.of(JsonProcessingException.class));
    }

    @Test
    void countries() {
        Mutations.each(
                texts("EL", "Türkiye", "Côte d'Ivoire", "UK"),
                input -> Countries.canonical(new String(input, UTF_8)),
                List.of(IllegalArgumentException.class));
    }

    @Test
    void entityTags() {
        Mutations.each(
                texts("\"7\"", "W/\"7\"", "\"1\", \"2\"", "*"),
                input -> Versions.required(new String(input, UTF_8)),
                List.of(ProblemException.class));
    }

    @Test
    void addresses() {
        Mutations.each(
                texts("ana@example.org", "\"a b\"@xn--bcher-kva.example", "Ana <ana@example.org>"),
                input -> Address.of(new String(input, UTF_8)),
                List.of(IllegalArgumentException.class, ProblemException.class));
    }
}
