package eu.mpf.web.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    @ParameterizedTest
    @CsvSource({
        "' Ana.Example@Example.ORG ',ana.example@example.org",
        "ana@münchen.de,ana@xn--mnchen-3ya.de",
        "ana+mpf@example.org,ana+mpf@example.org"
    })
    void spellingsOfOneAddressAreEqual(String written, String normalised) {
        assertThat(Address.of(written).value()).isEqualTo(normalised);
    }

    @Test
    void composedAndDecomposedLettersAreOne() {
        assertThat(Address.of("jos\u00e9@example.org")).isEqualTo(Address.of("jose\u0301@example.org"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ana",
                "@example.org",
                "ana@",
                "ana@localhost",
                "a b@example.org",
                "ana@exa mple.org",
                "a\u0000@example.org",
                "@",
                "ana@example.o",
                "a@b@"
            })
    void whatIsNoAddressIsRefused(String written) {
        assertThatThrownBy(() -> Address.of(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theLastSignDividesAndTheLocalPartHas64CharactersAtMost() {
        assertThat(Address.of("a".repeat(64) + "@example.org").value()).startsWith("aaaa");
        assertThatThrownBy(() -> Address.of("a".repeat(65) + "@example.org"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Address.of("a@b@example.org")).isInstanceOf(IllegalArgumentException.class);
        assertThat(Address.of("a@ex.org").value()).isEqualTo("a@ex.org");
    }
}
