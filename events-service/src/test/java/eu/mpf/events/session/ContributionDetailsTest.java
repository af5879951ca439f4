package eu.mpf.events.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContributionDetailsTest {

    private static ContributionDetails named(@Nullable String name) {
        return new ContributionDetails(
                ContributionRole.SPEAKER, UUID.randomUUID(), null, null, name, null, null, null, null, null, null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\uFEFF", "-"})
    void aNameThatNobodyCouldReadOutIsRefused(String name) {
        assertThatThrownBy(() -> named(name).completed(1, null, "Ana Kos", null))
                .hasMessageContaining("letter");
    }

    @Test
    void whoGivesNoNameSpeaksUnderTheirOwn() {
        assertThat(named(null).completed(1, null, "Ana Kos", null).name()).isEqualTo("Ana Kos");
        assertThat(named("Άννα").completed(1, null, "Ana Kos", null).name()).isEqualTo("Άννα");
    }
}
