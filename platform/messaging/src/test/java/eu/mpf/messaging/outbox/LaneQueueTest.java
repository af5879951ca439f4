package eu.mpf.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LaneQueueTest {

    @Test
    void theLaneIsTheCrc32OfTheIdModulo64() {
        // Check value of CRC-32/ISO-HDLC: 0xCBF43926.
        assertThat(LaneQueue.laneOf("123456789")).isEqualTo(0x26);
        assertThat(LaneQueue.laneOf("018f3c5e-7d3a-7b1e-9f00-2f6d1c0a4b5e")).isBetween(0, 63);
    }

    @Test
    void aLaneWaitsOnceHoweverOftenItIsOffered() throws InterruptedException {
        LaneQueue lanes = new LaneQueue();

        lanes.offer(5);
        lanes.offer(6);
        lanes.offer(5);
        lanes.offer(7);

        assertThat(lanes.take(2)).containsExactly(5, 6);
        assertThat(lanes.take(2)).containsExactly(7);
    }

    @Test
    void aLaneOfferedDuringAVisitComesBackAfterIt() throws InterruptedException {
        LaneQueue lanes = new LaneQueue();
        lanes.offer(5);
        lanes.take(1);

        lanes.offer(5);
        lanes.offer(6);

        assertThat(lanes.take(10)).containsExactly(6);
        lanes.done(5);
        assertThat(lanes.take(10)).containsExactly(5);
        lanes.done(5);
        lanes.offer(5);
        assertThat(lanes.take(10)).containsExactly(5);
    }
}
