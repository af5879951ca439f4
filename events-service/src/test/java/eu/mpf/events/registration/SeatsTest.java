package eu.mpf.events.registration;

import static eu.mpf.events.event.AudienceCategory.EXPERT;
import static eu.mpf.events.event.AudienceCategory.ICMPD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E5")
class SeatsTest {

    private static SeatCounter total(int capacity, int taken) {
        return new SeatCounter(1, SeatCounter.Kind.TOTAL, "", null, capacity, taken, 0, false, 0);
    }

    private static SeatCounter experts(int capacity, int taken) {
        return new SeatCounter(2, SeatCounter.Kind.CATEGORY, "EXPERT", null, capacity, taken, 0, false, 0);
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

    @Test
    void whatIsGivenBackAndWhoWaitsCountsInTheTotalAndInTheCategory() {
        SeatCounter total = total(10, 5);
        SeatCounter experts = experts(2, 2);
        SeatCounter others = new SeatCounter(3, SeatCounter.Kind.CATEGORY, "ICMPD", null, 5, 1, 0, false, 0);
        Seats seats = new Seats(List.of(total, experts, others));
        seats.release(EXPERT);
        assertThat(total.taken()).isEqualTo(4);
        assertThat(experts.taken()).isEqualTo(1);
        assertThat(seats.somebodyWaits()).isFalse();
        seats.join(EXPERT);
        seats.join(EXPERT);
        seats.leave(EXPERT);
        assertThat(total.waiting()).isEqualTo(1);
        assertThat(experts.waiting()).isEqualTo(1);
        assertThat(seats.somebodyWaits()).isTrue();
        assertThat(others.taken()).isEqualTo(1);
        assertThat(others.waiting()).isZero();
        assertThat(seats.changed()).containsExactly(total, experts);
    }

    @Test
    void eachChangeIsToBeWrittenBack() {
        for (Consumer<SeatCounter> change : List.<Consumer<SeatCounter>>of(
                SeatCounter::take, SeatCounter::release, SeatCounter::join, SeatCounter::leave)) {
            SeatCounter counter = new SeatCounter(1, SeatCounter.Kind.TOTAL, "", null, 5, 1, 1, false, 0);
            assertThat(counter.changed()).isFalse();
            change.accept(counter);
            assertThat(counter.changed()).isTrue();
        }
    }

    @Test
    void whatIsPassedOnInTheEventAndInASessionIsToldApart() {
        SeatCounter total = total(10, 5);
        SeatCounter session = session(5, 4, 1);
        Seats seats = new Seats(List.of(total, experts(2, 2), session));
        assertThat(seats.anyPassingOn()).isFalse();
        session.passOn(true);
        assertThat(seats.anyPassingOn()).isTrue();
        assertThat(seats.passingOn()).isFalse();
        assertThat(seats.changed()).containsExactly(session);
        session.passOn(false);
        seats.passOn(true);
        assertThat(seats.passingOn()).isTrue();
        assertThat(seats.anyPassingOn()).isTrue();
        seats.passOn(false);
        assertThat(seats.anyPassingOn()).isFalse();
        assertThat(seats.changed()).containsExactly(total, session);
    }

    @Test
    void whatStaysAsItWasIsNotWrittenBack() {
        SeatCounter total = total(10, 5);
        total.passOn(false);
        assertThat(total.changed()).isFalse();
    }

    @Test
    void sessionsAreFoundAmongTheCounters() {
        SeatCounter one = session(5, 4, 1);
        SeatCounter other = session(5, 5, 1);
        Seats seats = new Seats(List.of(total(5, 4), one, other));
        assertThat(seats.sessions()).containsExactly(one, other);
        assertThat(seats.session(Objects.requireNonNull(other.sessionId))).containsSame(other);
        assertThat(seats.session(UUID.randomUUID())).isEmpty();
        assertThat(seats.isEmpty()).isFalse();
        assertThat(new Seats(List.of()).isEmpty()).isTrue();
    }

    private static SeatCounter session(int capacity, int taken, int waiting) {
        return new SeatCounter(9, SeatCounter.Kind.SESSION, "", UUID.randomUUID(), capacity, taken, waiting, false, 0);
    }
}
