package eu.mpf.events.buildingaccess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("E23")
class AccessVaultTest {
    private static final AccessData DATA =
            new AccessData(LocalDate.of(1980, 4, 1), "LV", AccessData.DocumentType.PASSPORT, "LV1234567");
    private static final String OLD =
            Base64.getEncoder().encodeToString("an-old-key-of-thirty-two-bytes-1".getBytes(StandardCharsets.US_ASCII));
    private static final String NEW =
            Base64.getEncoder().encodeToString("a-new-key-of-thirty-two-bytes--2".getBytes(StandardCharsets.US_ASCII));

    private static AccessVault vault(String current, Map<String, String> keys) {
        return new AccessVault(current, keys);
    }

    @Test
    void whatIsSealedOpensForItsRegistrationOnly() {
        AccessVault vault = vault("old", Map.of("old", OLD));
        UUID registration = UUID.randomUUID();
        AccessVault.Sealed sealed = vault.seal(registration, DATA);
        assertThat(vault.open(registration, sealed)).isEqualTo(DATA);
        assertThatThrownBy(() -> vault.open(UUID.randomUUID(), sealed)).isInstanceOf(IllegalStateException.class);
        assertThat(new String(sealed.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("LV1234567", "1980");
    }

    @Test
    void theSameDataNeverLooksTheSameTwice() {
        AccessVault vault = vault("old", Map.of("old", OLD));
        UUID registration = UUID.randomUUID();
        assertThat(vault.seal(registration, DATA).bytes())
                .isNotEqualTo(vault.seal(registration, DATA).bytes());
    }

    @Test
    void anyChangedByteIsNoticed() {
        AccessVault vault = vault("old", Map.of("old", OLD));
        UUID registration = UUID.randomUUID();
        AccessVault.Sealed sealed = vault.seal(registration, DATA);
        for (int i = 0; i < sealed.bytes().length; i++) {
            byte[] changed = sealed.bytes().clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> vault.open(registration, new AccessVault.Sealed("old", changed)))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void aNewKeySealsAndTheOldOneGoesOnToOpen() {
        UUID registration = UUID.randomUUID();
        AccessVault.Sealed sealed = vault("old", Map.of("old", OLD)).seal(registration, DATA);
        AccessVault rotated = vault("new", Map.of("old", OLD, "new", NEW));
        assertThat(rotated.open(registration, sealed)).isEqualTo(DATA);
        assertThat(rotated.seal(registration, DATA).keyId()).isEqualTo("new");
        AccessVault without = vault("new", Map.of("new", NEW));
        assertThatThrownBy(() -> without.open(registration, sealed)).hasMessageContaining("old is not configured");
    }

    @Test
    void aKeyThatIsTooShortOrMissingStopsTheService() {
        assertThatThrownBy(() -> vault("x", Map.of("x", "c2hvcnQ="))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> vault("x", Map.of("y", OLD))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsTextSaysNothing() {
        assertThat(DATA.toString()).doesNotContain("LV", "1980", "1234567");
    }
}
