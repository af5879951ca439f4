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

    private static ContributionDetails recorded(UUID person, @Nullable String organisation) {
        return new ContributionDetails(
                ContributionRole.SPEAKER,
                person,
                3,
                "Dr",
                "Ana Kos",
                "Head",
                "A1",
                organisation,
                "The ICMPD",
                null,
                null);
    }

    @Test
    void whoIsCorrectedToBeAnotherIsLookedUpAgainUnlessNamed() {
        UUID ana = UUID.randomUUID();
        ContributionDetails before = recorded(ana, "ICMPD");
        assertThat(before.correctedFrom(before)).isEqualTo(before);
        ContributionDetails another = recorded(UUID.randomUUID(), "ICMPD").correctedFrom(before);
        assertThat(another.name()).isNull();
        assertThat(another.honorific()).isNull();
        assertThat(another.organisationName()).isEqualTo("The ICMPD");
        ContributionDetails named = new ContributionDetails(
                        ContributionRole.SPEAKER,
                        UUID.randomUUID(),
                        3,
                        "Ms",
                        "Eva Lam",
                        null,
                        null,
                        "ICMPD",
                        null,
                        null,
                        null)
                .correctedFrom(before);
        assertThat(named.name()).isEqualTo("Eva Lam");
        assertThat(named.honorific()).isEqualTo("Ms");
    }

    @Test
    void aBodyThatIsCorrectedToBeAnotherIsLookedUpAgainUnlessNamed() {
        UUID ana = UUID.randomUUID();
        ContributionDetails before = recorded(ana, "ICMPD");
        ContributionDetails another = recorded(ana, "LV-SBG").correctedFrom(before);
        assertThat(another.organisationName()).isNull();
        assertThat(another.name()).isEqualTo("Ana Kos");
        assertThat(recorded(ana, null).correctedFrom(before).organisationName()).isNull();
    }

    @Test
    void whatIsLeftOutIsWhatIsKnown() {
        ContributionDetails completed = named(null).completed(7, "Dr", "Ana Kos", "The ICMPD");
        assertThat(completed.position()).isEqualTo(7);
        assertThat(completed.honorific()).isEqualTo("Dr");
        assertThat(completed.organisationName()).isEqualTo("The ICMPD");
        ContributionDetails given = recorded(UUID.randomUUID(), "ICMPD").completed(7, "Ms", "Eva Lam", "Another");
        assertThat(given.position()).isEqualTo(3);
        assertThat(given.honorific()).isEqualTo("Dr");
        assertThat(given.name()).isEqualTo("Ana Kos");
        assertThat(given.organisationName()).isEqualTo("The ICMPD");
    }
}
