package eu.mpf.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.Test;

class DevelopmentSecretsTest {

    @Test
    void namesTheSettingsThatStillHaveTheValueOfTheSource() {
        assertThat(DevelopmentSecrets.left(config(Map.of(
                        "mpf.web.audit-key", "development-only",
                        "quarkus.datasource.password", "development-only-too",
                        "mpf.web.page-token-key", "6f1c1c0e9d6b4bb0a1f3"))))
                .containsExactly("mpf.web.audit-key", "quarkus.datasource.password");
    }

    @Test
    void isContentWithSecretsOfYourOwn() {
        assertThat(DevelopmentSecrets.left(config(Map.of("mpf.web.audit-key", "6f1c1c0e9d6b4bb0a1f3"))))
                .isEmpty();
    }

    private static Config config(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withDefaultValues(values).build();
    }
}
