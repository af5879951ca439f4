package eu.mpf.gateway.policy.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.policy.resilience.Bulkhead.Place;
import org.junit.jupiter.api.Test;

/** Places are given out until there are none, and are free again once every holder has let go. */
class BulkheadPlacesTest {

    @Test
    void thereAreAsManyPlacesAsWereSaid() {
        Bulkhead bulkhead = new Bulkhead(2);
        Place first = bulkhead.enter();
        assertThat(first).isNotNull();
        assertThat(bulkhead.enter()).isNotNull();
        assertThat(bulkhead.enter()).isNull();
        first.release();
        assertThat(bulkhead.enter()).isNotNull();
        assertThat(bulkhead.enter()).isNull();
    }

    @Test
    void aPlaceIsHeldUntilItsLastHolderLetsGo() {
        Bulkhead bulkhead = new Bulkhead(1);
        Place place = bulkhead.enter();
        place.hold();
        place.hold();
        place.release();
        assertThat(bulkhead.enter()).isNull();
        place.release();
        assertThat(bulkhead.enter()).isNull();
        place.release();
        assertThat(bulkhead.enter()).isNotNull();
    }

    @Test
    void whoLetsGoOnceTooOftenFreesNoPlaceOfOthers() {
        Bulkhead bulkhead = new Bulkhead(2);
        Place twice = bulkhead.enter();
        bulkhead.enter();
        twice.release();
        twice.release();
        assertThat(bulkhead.enter()).isNotNull();
        assertThat(bulkhead.enter()).isNull();
    }
}
