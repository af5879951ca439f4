package eu.mpf.events.synopsis;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.EventsConfig;
import eu.mpf.events.synopsis.CheckedLink.LinkState;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("X23")
class LinkCheckerTest {

    @Test
    void itFollowsAndTellsWhatItFound() throws Exception {
        try (Website site = new Website()) {
            LinkChecker checker = checker(true);
            assertThat(state(checker, site.page("/there"))).isEqualTo(LinkState.SOUND);
            assertThat(state(checker, site.page("/moved"))).isEqualTo(LinkState.SOUND);
            assertThat(state(checker, site.page("/gone"))).isEqualTo(LinkState.DEAD);
            assertThat(state(checker, "")).isEqualTo(LinkState.NO_TARGET);
            assertThat(state(checker, "#")).isEqualTo(LinkState.NO_TARGET);
            assertThat(state(checker, "http://127.0.0.1:1/")).isEqualTo(LinkState.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://example.org/x",
                "javascript:alert(1)",
                "mailto:a@example.org",
                "report.pdf",
                "file:///etc/passwd",
                "http://user:word@example.org/"
            })
    void onlyWebAddressesAreFollowed(String target) {
        assertThat(state(checker(true), target)).isEqualTo(LinkState.NOT_A_WEB_ADDRESS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://localhost/",
                "http://10.0.0.1/",
                "http://169.254.169.254/latest",
                "http://[::1]/",
                "http://[::ffff:10.0.0.1]/",
                "http://[fd00::1]/",
                "http://100.64.0.1/",
                "http://0.0.0.0/",
                "http://2130706433/"
            })
    void privateAddressesAreRefused(String target) {
        assertThat(state(checker(false), target)).isIn(LinkState.PRIVATE_ADDRESS, LinkState.NOT_A_WEB_ADDRESS);
    }

    @Test
    void aPublicAddressIsNotPrivate() throws Exception {
        assertThat(PrivateAddresses.contain(InetAddress.getByName("93.184.216.34")))
                .isFalse();
        assertThat(PrivateAddresses.contain(InetAddress.getByName("2606:2800:220:1::1")))
                .isFalse();
    }

    private static LinkState state(LinkChecker checker, String target) {
        return checker.check(List.of(new FoundLink("/x", "here", "text", target)))
                .getFirst()
                .state();
    }

    private static LinkChecker checker(boolean privateAddresses) {
        return new LinkChecker(new SmallRyeConfigBuilder()
                .withMapping(EventsConfig.class)
                .withDefaultValues(Map.of("mpf.events.links.private-addresses", Boolean.toString(privateAddresses)))
                .build()
                .getConfigMapping(EventsConfig.class));
    }
}
