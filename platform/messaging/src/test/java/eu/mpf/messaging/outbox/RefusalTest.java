package eu.mpf.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;
import org.junit.jupiter.api.Test;

class RefusalTest {

    @Test
    void onlyWhatNoRepetitionMendsIsARefusal() {
        assertThat(Sending.isPermanent(new RecordTooLargeException())).isTrue();
        assertThat(Sending.isPermanent(new SerializationException())).isTrue();
        assertThat(Sending.isPermanent(new InvalidTopicException())).isTrue();
        assertThat(Sending.isPermanent(new UnsupportedForMessageFormatException("old")))
                .isTrue();
        assertThat(Sending.isPermanent(new TimeoutException())).isFalse();
        assertThat(Sending.isPermanent(new NotLeaderOrFollowerException())).isFalse();
        assertThat(Sending.isPermanent(new IllegalStateException())).isFalse();
    }
}
