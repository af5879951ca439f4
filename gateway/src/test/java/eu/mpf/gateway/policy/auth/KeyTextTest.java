package eu.mpf.gateway.policy.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How an API key is written. */
@Tag("X16")
class KeyTextTest {

    private static final String SECRET = "A".repeat(43);

    @Test
    void aNewKeyIsRecognisedByItsBeginningAndReadAgain() {
        KeyText made = KeyText.create();
        assertThat(made.whole()).matches("mpf_[a-z2-7]{10}_[A-Za-z0-9_-]{43}").startsWith(made.prefix() + "_");
        assertThat(made.prefix()).hasSize(14);
        assertThat(KeyText.parse(made.whole())).isEqualTo(made);
    }

    @Test
    void noTwoAreAlikeAndEveryLetterOccurs() {
        Set<String> secrets = new HashSet<>();
        Set<Integer> letters = new HashSet<>();
        for (int i = 0; i < 300; i++) {
            KeyText made = KeyText.create();
            secrets.add(made.whole().substring(15));
            made.prefix().substring(4).chars().forEach(letters::add);
        }
        assertThat(secrets).hasSize(300);
        assertThat(letters).hasSize(32);
    }

    @Test
    void theAlphabetIsThatOfBase32() {
        assertThat(KeyText.parse("mpf_az27azbcde_" + SECRET)).isNotNull();
        for (char foreign : new char[] {'0', '1', '8', '9', 'A', 'Z', '_', '-', ' ', '`', '{', 'ä'}) {
            for (int at = 4; at < 14; at++) {
                StringBuilder text = new StringBuilder("mpf_abcdefghij_" + SECRET);
                text.setCharAt(at, foreign);
                assertThat(KeyText.parse(text.toString())).as(text.toString()).isNull();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mpf_",
                "mpf_abcdefghij_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "mpf_abcdefghij_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "mpf_abcdefghijaAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "mpg_abcdefghij_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "MPF_abcdefghij_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
            })
    void anythingElseIsNoKey(String text) {
        assertThat(KeyText.parse(text)).isNull();
    }

    @Test
    void theHashIsTheSha256OfTheWholeKey() {
        KeyText text = KeyText.parse("mpf_abcdefghij_" + SECRET);
        assertThat(text.hash())
                .hasSize(32)
                .isEqualTo(KeyText.parse("mpf_abcdefghij_" + SECRET).hash())
                .isNotEqualTo(KeyText.parse("mpf_abcdefghij_" + "B".repeat(43)).hash());
        assertThat(HexFormat.of().formatHex(text.hash()))
                .isEqualTo(TokenChecks.fingerprint("mpf_abcdefghij_" + SECRET));
    }

    @Test
    void theKeyItselfStandsInNoLog() {
        KeyText text = KeyText.create();
        assertThat(text.toString()).isEqualTo(text.prefix() + "_…");
    }
}
