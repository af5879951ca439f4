package eu.mpf.events.person;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E18")
class WithheldTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String OTHER = "{'personId':'2','role':'SPEAKER','name':'Jan Novak','post':'Head'}";

    private static JsonNode json(String text) throws Exception {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    void whoIsErasedStandsInTheProgrammeWithoutNameTitleAndPost() throws Exception {
        JsonNode programme = json("{'sessions':[{'contributions':[{'personId':'1','honorific':'Ms','name':'Ana Kos',"
                + "'post':'Adviser','unit':'C2','organisation':'ICMPD'}," + OTHER + "]}]}");
        assertThat(Withheld.fromProgramme(programme, "1")).isTrue();
        assertThat(programme)
                .isEqualTo(json("{'sessions':[{'contributions':[{'personId':'1','name':'N.N.','organisation':'ICMPD'},"
                        + OTHER + "]}]}"));
    }

    @Test
    void aProgrammeThatDoesNotNameThemStaysAsItIs() throws Exception {
        JsonNode programme = json("{'contributions':[" + OTHER + "]}");
        assertThat(Withheld.fromProgramme(programme, "1")).isFalse();
        assertThat(programme).isEqualTo(json("{'contributions':[" + OTHER + "]}"));
    }

    @Test
    void aReportLosesTheSpeakersOfThatNameAndNothingElseOfThatName() throws Exception {
        JsonNode report = json("{'speakers':[{'role':'SPEAKER','name':'Ana Kos','post':'Adviser'}," + OTHER
                + "],'projects':[{'name':'Ana Kos'}]}");
        assertThat(Withheld.fromSynopsis(report, Set.of("Ana Kos"))).isTrue();
        assertThat(report)
                .isEqualTo(json("{'speakers':[{'role':'SPEAKER','name':'N.N.'}," + OTHER
                        + "],'projects':[{'name':'Ana Kos'}]}"));
        assertThat(Withheld.fromSynopsis(report, Set.of("Ana Kos"))).isFalse();
    }
}
