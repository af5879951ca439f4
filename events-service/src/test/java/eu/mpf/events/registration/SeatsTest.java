package eu.mpf.events.registration;

import static eu.mpf.events.event.AudienceCategory.EXPERT;
import static eu.mpf.events.event.AudienceCategory.ICMPD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E5")
class SeatsTest {

    private static SeatCounter total(int capacity, int taken) {
        return new SeatCounter(1, SeatCounter.Kind.TOTAL, "", null, capacity, taken, 0);
    }

    private static SeatCounter experts(int capacity, int taken) {
        return new SeatCounter(2, SeatCounter.Kind.CATEGORY, "EXPERT", null, capacity, taken, 0);
    }

    @Test
    void aFullCategoryLeavesTheSeatToOthers() {
        Seats seats = new Seats(List.of(total(10, 5), experts(2, 2)));
        assertThat(seats.hasRoom(EXPERT)).isFalse();
        assertThat(seats.hasRoom(ICMPD)).isTrue();
        assertThat(seats.categoriesWithRoom()).doesNotContain(EXPERT).contains(ICMPD);
    }

    @Test
    void aSeatCountsInTheTotalAndInItsCategory() {
        SeatCounter total = total(10, 5);
        SeatCounter experts = experts(2, 0);
        new Seats(List.of(total, experts)).take(EXPERT);
        assertThat(total.taken()).isEqualTo(6);
        assertThat(experts.taken()).isEqualTo(1);
    }

    @Test
    void noSeatIsTakenBeyondTheLast() {
        assertThatThrownBy(() -> new Seats(List.of(total(5, 5))).take(ICMPD)).isInstanceOf(IllegalStateException.class);
    }
}
