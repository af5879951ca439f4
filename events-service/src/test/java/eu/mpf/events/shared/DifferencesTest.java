package eu.mpf.events.shared;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E20")
@Tag("E16")
class DifferencesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void equalDocumentsDoNotDiffer() {
        assertThat(between("{'a':[1,{'id':'x'}]}", "{'a':[1,{'id':'x'}]}")).isEmpty();
    }

    @Test
    void anElementIsRecognisedByItsNameWhereverItStands() {
        assertThat(said(
                        "{'sessions':[{'key':'m1','title':{'en':'Opening'}},{'key':'m2','title':{'en':'Panel'}}]}",
                        "{'sessions':[{'key':'m0','title':{'en':'Coffee'}},{'key':'m1','title':{'en':'Opening'}},"
                                + "{'key':'m2','title':{'en':'Discussion'}}]}"))
                .containsExactly(
                        "ADDED /sessions/0 sessions › Coffee",
                        "CHANGED /sessions/2/title/en sessions › Discussion › title › en");
    }

    @Test
    void whatWasRemovedIsPointedToWhereItStood() {
        assertThat(said("{'a':[{'id':'x'},{'id':'y'}],'b':1}", "{'a':[{'id':'x'}]}"))
                .containsExactly("REMOVED /a/1 a › …", "REMOVED /b b");
    }

    @Test
    void whatIsNewIsPointedToWhereItStands() {
        assertThat(said("{'a':1}", "{'a':1,'b':{'en':'x'}}")).containsExactly("ADDED /b b");
    }

    @Test
    void onlyWhatLeftItsPlaceIsMoved() {
        assertThat(said("{'p':['one','two','three','four']}", "{'p':['four','one','two','three']}"))
                .containsExactly("MOVED /p/0 p › four");
    }

    @Test
    void twoOfOneNameAreToldApart() {
        assertThat(said("{'p':['same','same']}", "{'p':['same']}")).containsExactly("REMOVED /p/1 p › same");
    }

    @Test
    void nullIsTheSameAsAbsent() {
        assertThat(between("{'a':null}", "{}")).isEmpty();
    }

    private static List<String> said(String was, String is) {
        return between(was, is).stream()
                .map(d -> "%s %s %s".formatted(d.kind(), d.pointer(), d.place()))
                .toList();
    }

    private static List<Difference> between(String was, String is) {
        try {
            return Differences.between(JSON.readTree(was.replace('\'', '"')), JSON.readTree(is.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
