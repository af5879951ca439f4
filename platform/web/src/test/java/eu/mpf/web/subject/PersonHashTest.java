package eu.mpf.web.subject;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.security.IdentityConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("X12")
class PersonHashTest {
    private final PersonHash hash = new PersonHash(new Keyed("key"));

    /** Nothing but the key counts. */
    private record Keyed(String addressKey) implements IdentityConfig {
        @Override
        public String issuer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String jwksUrl() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String gatewayIssuer() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String gatewayJwksUrl() {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aPersonIsHmacSha256OfTheAddressInItsOneForm() {
        // What openssl makes of it: printf "The quick brown fox jumps over the lazy dog" | openssl dgst -sha256 -hmac
        // key
        assertThat(hash.of(new Address("The quick brown fox jumps over the lazy dog")))
                .isEqualTo("f7bc83f430538424b13298e6aa6fb143ef4d59a14946175997479dbc2d1a3cd8");
    }

    @Test
    void howeverTheAddressIsWrittenThePersonIsTheSame() {
        assertThat(hash.ofWritten(" Ana@Example.ORG ")).hasValue(hash.of(Address.of("ana@example.org")));
        assertThat(hash.ofWritten("ana")).isEmpty();
    }

    @Test
    void aSubjectIsNeverTakenForAnAddressNorAPersonOfOneContextForThatOfAnother() {
        var address = new Address("ana@example.org");
        assertThat(hash.ofSubject("ana@example.org"))
                .isEqualTo(hash.of(new Address("subject:ana@example.org")))
                .isNotEqualTo(hash.of(address));
        assertThat(hash.within("session-1", "p"))
                .isEqualTo(hash.of(new Address("session-1:p")))
                .isNotEqualTo(hash.within("session-2", "p"))
                .isNotEqualTo(hash.within("session-1", "q"));
        assertThat(new PersonHash(new Keyed("another")).of(address)).isNotEqualTo(hash.of(address));
    }
}
