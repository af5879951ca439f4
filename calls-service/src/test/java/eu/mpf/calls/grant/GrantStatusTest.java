package eu.mpf.calls.grant;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GrantStatusTest {

    @Test
    void everyPairOfStatusAndCommandIsDecided() {
        assertThat(GrantStatus.AWARDED.after(GrantCommand.SIGN)).contains(GrantStatus.SIGNED);
        assertThat(GrantStatus.AWARDED.after(GrantCommand.WITHDRAW)).contains(GrantStatus.WITHDRAWN);
        assertThat(GrantStatus.SIGNED.after(GrantCommand.SIGN)).isEmpty();
        assertThat(GrantStatus.SIGNED.after(GrantCommand.WITHDRAW)).contains(GrantStatus.WITHDRAWN);
        assertThat(GrantStatus.AWARDED.after(GrantCommand.MEET_CONDITION)).contains(GrantStatus.AWARDED);
        assertThat(GrantStatus.SIGNED.after(GrantCommand.MEET_CONDITION)).contains(GrantStatus.SIGNED);
        assertThat(GrantStatus.WITHDRAWN.after(GrantCommand.MEET_CONDITION)).isEmpty();
        assertThat(GrantStatus.WITHDRAWN.after(GrantCommand.SIGN)).isEmpty();
        assertThat(GrantStatus.WITHDRAWN.after(GrantCommand.WITHDRAW)).isEmpty();
    }
}
