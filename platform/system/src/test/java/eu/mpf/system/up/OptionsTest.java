package eu.mpf.system.up;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void withoutOptionsTheDemoIsLoadedAndTheGatewayListensOn8080() {
        Options options = Options.parse(new String[0]);
        assertThat(options.demo()).isTrue();
        assertThat(options.fresh()).isFalse();
        assertThat(options.port()).isEqualTo(8080);
        assertThat(options.home()).isEqualTo(options.root().resolve(".mpf"));
    }

    @Test
    void aPortThatLeavesNoRoomForTheOthersIsRefused() {
        assertThatThrownBy(() -> Options.parse(new String[] {"--port", "65530"}))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("65530");
    }

    @Test
    void anUnknownOptionIsNamed() {
        assertThatThrownBy(() -> Options.parse(new String[] {"--frehs"}))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("--frehs");
    }
}
