package eu.mpf.web.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X2")
class FieldsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROJECT =
            "{\"id\":1,\"title\":\"T\",\"lead\":{\"code\":\"FR\",\"name\":\"N\",\"head\":{\"age\":3}},\"tags\":[{\"a\":1,\"b\":2},5]}";

    record Project(String title, Map<String, String> lead) {}

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "id, title | {\"id\":1,\"title\":\"T\"}",
                "lead | {\"lead\":{\"code\":\"FR\",\"name\":\"N\",\"head\":{\"age\":3}}}",
                "lead.name | {\"lead\":{\"name\":\"N\"}}",
                "lead.head.age,lead.code | {\"lead\":{\"code\":\"FR\",\"head\":{\"age\":3}}}",
                "lead,lead.name | {\"lead\":{\"code\":\"FR\",\"name\":\"N\",\"head\":{\"age\":3}}}",
                "tags.a | {\"tags\":[{\"a\":1},5]}",
                "title.x | {\"title\":\"T\"}",
                "le | {}",
                "nothing | {}"
            })
    void onlyWhatIsNamedIsLeft(String fields, String left) throws Exception {
        assertThat(Fields.of(fields).prune(JSON.readTree(PROJECT))).isEqualTo(JSON.readTree(left));
        assertThat(Fields.of(fields).prune(JSON.readTree("[" + PROJECT + "," + PROJECT + "]")))
                .isEqualTo(JSON.readTree("[" + left + "," + left + "]"));
    }

    @Test
    void whatIsNoObjectHasNoFields() throws Exception {
        assertThat(Fields.of("a").prune(JSON.readTree("7"))).isEqualTo(JSON.readTree("7"));
    }

    @Test
    void aFieldNobodyHasIsNamed() {
        var project = new Project("T", Map.of());
        assertThatThrownBy(() -> Fields.of("title,nme,lead.name,xx").check(JSON, project))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors())
                                .containsExactly(
                                        new FieldError(
                                                "?fields", "unknown", "nme is not a property; there are [title, lead]"),
                                        new FieldError(
                                                "?fields",
                                                "unknown",
                                                "xx is not a property; there are [title, lead]")));
        assertThatCode(() -> Fields.of("title,lead.name").check(JSON, project)).doesNotThrowAnyException();
    }

    @Test
    void ofAMapOrATreeNobodyKnowsTheProperties() {
        assertThatCode(() -> Fields.of("any").check(JSON, Map.of())).doesNotThrowAnyException();
        assertThatCode(() -> Fields.of("any").check(JSON, JSON.createObjectNode()))
                .doesNotThrowAnyException();
    }
}
