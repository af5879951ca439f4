package eu.mpf.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Vetoed;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CallerTest {

    /** A partner, without a request. */
    @Vetoed
    @SuppressWarnings("NullAway")
    private static final class Partner extends Caller {

        Partner() {
            super(null, null);
        }

        @Override
        public Set<String> roles() {
            return Set.of("partner");
        }
    }

    private final Caller caller = new Partner();

    @Test
    void oneOfTheRolesAskedForIsEnough() {
        assertThat(caller.hasAnyRole("auditor", "partner")).isTrue();
        assertThat(caller.hasAnyRole("auditor")).isFalse();
        assertThat(caller.hasAnyRole()).isFalse();
        assertThat(caller.hasRole("partner")).isTrue();
        assertThat(caller.hasRole("auditor")).isFalse();
    }
}
