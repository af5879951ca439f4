package eu.mpf.projects.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import eu.mpf.projects.project.ProjectDetails;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("P10")
class EffectTest {

    private static final ProjectDetails EMPTY = empty();

    private static ProjectDetails empty() {
        try {
            return JsonMapper.builder()
                    .addModule(new JavaTimeModule())
                    .build()
                    .readValue("{\"title\":{\"en\":\"A project\"}}", ProjectDetails.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static ProjectDetails after(ProjectDetails project, PublishedField field, String printed) {
        return Effect.of(field, Prints.read(field, printed), project);
    }

    private static ProjectDetails without(
            ProjectDetails project, PublishedField field, String printed, Map<PublishedField, String> current) {
        var readings = new TreeMap<PublishedField, Reading>();
        current.forEach((other, print) -> readings.put(other, Prints.read(other, print)));
        return Effect.without(field, Prints.read(field, printed), readings, project);
    }

    @Test
    void everyFieldThatSaysSomethingIsUnknownAgain() {
        Map<PublishedField, String> prints = Map.of(
                PublishedField.PERIOD, "Dec 2021 to May 2025",
                PublishedField.START, "1 Dec 2021",
                PublishedField.END, "31 May 2025",
                PublishedField.TOTAL, "EUR 100",
                PublishedField.EU_SHARE, "EUR 90",
                PublishedField.NATIONAL_SHARE, "EUR 10");
        prints.forEach((field, print) -> {
            ProjectDetails told = after(EMPTY, field, print);
            assertThat(told).as("%s tells", field).isNotEqualTo(EMPTY);
            ProjectDetails left = without(told, field, print, Map.of());
            assertThat(left.startDate()).as("%s", field).isNull();
            assertThat(left.endDate()).as("%s", field).isNull();
            assertThat(left.money()).as("%s", field).isEqualTo(EMPTY.money());
        });
    }

    @Test
    void aSharePrintedAsAnAmountOrAPercentageIsUnknownAgainButNotTheFund() {
        ProjectDetails amount = after(EMPTY, PublishedField.SHARE, "EUR 2,000,000 AMIF");
        ProjectDetails percent = after(EMPTY, PublishedField.SHARE, "94,97% from AMIF");

        ProjectDetails left = without(amount, PublishedField.SHARE, "EUR 2,000,000 AMIF", Map.of());
        assertThat(left.money().euShare()).isNull();
        assertThat(left.fund()).isEqualTo("AMIF");
        assertThat(without(percent, PublishedField.SHARE, "94,97% from AMIF", Map.of())
                        .money()
                        .rate())
                .isNull();
    }

    @Test
    void aRecordThatSaysSomethingElseByNowStays() {
        ProjectDetails newer = after(EMPTY, PublishedField.END, "31 May 2026");
        assertThat(without(newer, PublishedField.END, "31 May 2025", Map.of())).isEqualTo(newer);
    }

    @Test
    void ofWhatIsSaidTwiceTheOtherIsLeft() {
        ProjectDetails both =
                after(after(EMPTY, PublishedField.PERIOD, "Dec 2021 to May 2025"), PublishedField.END, "30 Nov 2024");

        assertThat(without(
                        both, PublishedField.END, "30 Nov 2024", Map.of(PublishedField.PERIOD, "Dec 2021 to May 2025")))
                .isEqualTo(after(EMPTY, PublishedField.PERIOD, "Dec 2021 to May 2025"));
        ProjectDetails period = after(EMPTY, PublishedField.PERIOD, "Dec 2021 to May 2025");
        assertThat(without(
                        period,
                        PublishedField.PERIOD,
                        "Dec 2021 to May 2025",
                        Map.of(PublishedField.END, "31 May 2025")))
                .isEqualTo(after(EMPTY, PublishedField.END, "31 May 2025"));
        assertThat(without(
                                after(EMPTY, PublishedField.SHARE, "EUR 90"),
                                PublishedField.SHARE,
                                "EUR 90",
                                Map.of(PublishedField.EU_SHARE, "EUR 80", PublishedField.TOTAL, "EUR 500"))
                        .money())
                .isEqualTo(after(EMPTY, PublishedField.EU_SHARE, "EUR 80").money());
    }

    @Test
    void aNoteSaysNothingOfTheRecord() {
        ProjectDetails dated = after(EMPTY, PublishedField.END, "31 May 2025");
        assertThat(without(dated, PublishedField.NOTE, "Also in Egypt", Map.of(PublishedField.END, "31 May 2026")))
                .isEqualTo(dated);
    }
}
