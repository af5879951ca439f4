package eu.mpf.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import eu.mpf.gateway.portal.ApiIndex.Entry;
import eu.mpf.gateway.portal.ApiIndex.Group;
import eu.mpf.gateway.portal.ApiIndex.Section;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ApiIndexTest {

    private static final String DOCUMENT = """
            tags: [ { name: Events, description: What takes place }, { name: Building access } ]
            paths:
              /v1/events:
                parameters: []
                get: { operationId: listEvents, tags: [Events, Calendar], summary: List events }
                post: { operationId: createEvent, tags: [Events], security: [ { bearer: [] } ] }
              /v1/projects/calendar:
                get: { operationId: projectCalendar, tags: [Calendar], summary: Dates of projects }
              /v1/events/doors:
                get: { operationId: listDoors, tags: [Building access], summary: List doors }
            """;

    private static ApiIndex index;

    @BeforeAll
    static void read() throws IOException {
        JsonNode document = new YAMLMapper().readTree(DOCUMENT);
        index = ApiIndex.of(document, List.of("projects", "events"), path -> path.split("/")[2]);
    }

    @Test
    void groupsStandUnderTheirServiceAndWhatSeveralShareStandsLast() {
        assertThat(index.sections()).extracting(Section::service).containsExactly("events", ApiIndex.SHARED);
        assertThat(index.sections().getFirst().groups())
                .extracting(Group::name, Group::about)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("Building access", ""),
                        org.assertj.core.groups.Tuple.tuple("Events", "What takes place"));
        assertThat(index.sections().getLast().groups()).extracting(Group::name).containsExactly("Calendar");
    }

    @Test
    void anOperationOfTwoGroupsStandsInBothAndCountsOnce() {
        assertThat(index.operations()).isEqualTo(4);
        assertThat(index.sections().getLast().groups().getFirst().operations())
                .extracting(Entry::id)
                .containsExactlyInAnyOrder("listEvents", "projectCalendar");
    }

    @Test
    void linksAreWrittenAsAddressesAre() {
        Group doors = index.sections().getFirst().groups().getFirst();
        assertThat(doors.link()).isEqualTo("#/Building%20access");
        assertThat(doors.operations().getFirst().link()).isEqualTo("#/Building%20access/listDoors");
    }

    @Test
    void anOperationWithoutSummaryIsKnownByItsPath() {
        List<Entry> events = index.sections().getFirst().groups().getLast().operations();
        assertThat(events).extracting(Entry::method).containsExactly("GET", "POST");
        assertThat(events).extracting(Entry::summary).containsExactly("List events", "/v1/events");
    }

    @Test
    void onlyOneServiceIsThatSectionAndAnUnknownOneIsAll() {
        assertThat(index.only("events").sections()).extracting(Section::service).containsExactly("events");
        assertThat(index.only("events").operations()).isEqualTo(3);
        assertThat(index.only("nobody")).isEqualTo(index);
    }
}
