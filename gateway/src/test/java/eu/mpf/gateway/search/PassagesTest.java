package eu.mpf.gateway.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The passage in which a word of the query stands. */
class PassagesTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.ALLOW_SINGLE_QUOTES);

    private static String passage(String text, String query) {
        JsonNode item = JSON.createObjectNode().put("id", 7).put("text", text);
        return Passages.passage(item, query);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            delimiter = '|',
            value = {
                "Return of migrants | return | Return of migrants",
                "Return of migrants | MIGRANTS | Return of migrants",
                "Grenzschutz für Ķekava | fur | Grenzschutz für Ķekava",
                "Grenzschutz für Ķekava | kekava | Grenzschutz für Ķekava",
                "Grenzschutz fur Kekava | für | Grenzschutz fur Kekava",
                "Return of migrants | nothing,migrants! | Return of migrants",
                "Return of migrants | migra | Return of migrants",
                "Return of migrants | 2026-return | Return of migrants",
                "Return of migrants | asylum | none",
                "Return of migrants | o | none",
                "Return of migrants | of | Return of migrants",
                "Return of migrants | '' | none",
                "Return of migrants | % & | none",
            })
    void aShortTextIsShownWholeIfItHoldsAWordOfTheQuery(String text, String query, String passage) {
        assertThat(passage(text, query)).isEqualTo(passage);
    }

    @Test
    void ofALongTextEightyCharactersOnEitherSideAreShown() {
        String a = "a".repeat(100);
        String b = "b".repeat(100);
        assertThat(passage(a + "word" + b, "word")).isEqualTo("…" + "a".repeat(80) + "word" + "b".repeat(80) + "…");
        assertThat(passage("a".repeat(80) + "word" + "b".repeat(80), "word"))
                .isEqualTo("a".repeat(80) + "word" + "b".repeat(80));
        assertThat(passage("a".repeat(81) + "word", "word")).isEqualTo("…" + "a".repeat(80) + "word");
        assertThat(passage("word" + "b".repeat(81), "word")).isEqualTo("word" + "b".repeat(80) + "…");
        assertThat(passage(a + " " + "c".repeat(79) + "word", "word"))
                .as("blanks at the cut are left out")
                .isEqualTo("…" + "c".repeat(79) + "word");
    }

    @Test
    void theFirstTextAnywhereInsideIsTakenAndTheFirstWordOfTheQueryComesFirst() throws IOException {
        JsonNode item = JSON.readTree(
                "{'id':7,'key':'X-1','title':{'en':'Nothing','de':'Rückkehr'},'tags':['other','rückkehr two'],'rest':'rest'}");
        assertThat(Passages.passage(item, "ruckkehr")).isEqualTo("Rückkehr");
        assertThat(Passages.passage(item, "two")).isEqualTo("rückkehr two");
        assertThat(Passages.passage(item, "rest nothing")).isEqualTo("Nothing");
        assertThat(Passages.passage(item, "absent")).isNull();
        String text = "beta " + "x".repeat(200) + " alpha";
        assertThat(passage(text, "alpha beta")).endsWith("alpha").startsWith("…");
    }

    @Test
    void accentsThatAreLongerThanWhatIsLeftOfThemDoNotCutBeyondTheText() {
        String decomposed = "e\u0301".repeat(3) + "word";
        assertThat(passage(decomposed, "word")).isEqualTo(decomposed);
        assertThat(passage("ﬁ" + "İ".repeat(50) + "end", "end")).contains("end");
    }
}
