package eu.mpf.gateway.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.gateway.audience.Audience;
import eu.mpf.gateway.portal.EventCatalogue.Section;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventCatalogueTest {

    private static EventType type(String type, String service) {
        return new EventType(
                type,
                service,
                "mpf.topic.v1",
                "Told",
                null,
                new Audience(true, Set.of(), null),
                JsonNodeFactory.instance.objectNode());
    }

    @Test
    void aTypeThatSeveralServicesSendStandsOnceWithAllOfThem() {
        EventCatalogue catalogue = EventCatalogue.of(List.of(
                type("eu.mpf.gateway.person.erased.v1", "calls"),
                type("eu.mpf.gateway.person.erased.v1", "events"),
                type("eu.mpf.calls.grant.awarded.v1", "calls")));
        assertThat(catalogue.size()).isEqualTo(2);
        assertThat(catalogue.sections()).extracting(Section::name).containsExactly("calls", "gateway");
        assertThat(catalogue.sections().getLast().types())
                .singleElement()
                .satisfies(shown -> assertThat(shown.senders()).containsExactly("calls", "events"));
    }

    @Test
    void aTypesNameMayBreakAfterItsFullStops() {
        var shown = EventCatalogue.of(List.of(type("eu.mpf.calls.grant.awarded.v1", "calls")))
                .sections()
                .getFirst()
                .types()
                .getFirst();
        assertThat(shown.words()).containsExactly("eu.", "mpf.", "calls.", "grant.", "awarded.", "v1");
    }
}
