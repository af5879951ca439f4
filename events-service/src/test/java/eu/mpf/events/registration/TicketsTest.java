package eu.mpf.events.registration;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.events.EventsConfig;
import eu.mpf.events.registration.CheckInCodes.CheckInCode;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What registrants hold: the token that lets them manage a registration, and the code they show at the door. */
@Tag("E-31")
class TicketsTest {
    private static final UUID REGISTRATION = UUID.randomUUID();
    private static final UUID EVENT = UUID.randomUUID();

    private final ManageToken tokens = new ManageToken(config("a-registration-key-of-32-characters"));
    private final ManageToken others = new ManageToken(config("another-registration-key-of-32-char"));
    private final SigningKey key = new SigningKey(config("a-registration-key-of-32-characters"));
    private final CheckInCodes codes = new CheckInCodes(key);

    private static EventsConfig config(String registrationKey) {
        return new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(EventsConfig.class)
                .withSources(
                        new PropertiesConfigSource(Map.of("mpf.events.registration-key", registrationKey), "test", 100))
                .build()
                .getConfigMapping(EventsConfig.class);
    }

    @Test
    void aTokenOpensItsOwnRegistrationAndNoOther() {
        String token = tokens.of(REGISTRATION);
        assertThat(tokens.opens(REGISTRATION, token)).isTrue();
        assertThat(tokens.opens(UUID.randomUUID(), token)).isFalse();
        assertThat(tokens.opens(REGISTRATION, null)).isFalse();
        assertThat(tokens.idIn(token)).hasValue(REGISTRATION);
        assertThat(tokens.idIn(null)).isEmpty();
    }

    @Test
    void aTokenThatAnotherKeySignedOpensNothing() {
        String token = others.of(REGISTRATION);
        assertThat(tokens.opens(REGISTRATION, token)).isFalse();
        assertThat(tokens.idIn(token)).isEmpty();
    }

    @Test
    void whatIsCutPaddedOrNoTokenAtAllOpensNothing() {
        String token = tokens.of(REGISTRATION);
        assertThat(tokens.idIn(token.substring(0, 20))).isEmpty();
        assertThat(tokens.idIn(token + "==")).isEmpty();
        assertThat(tokens.idIn("no token")).isEmpty();
        assertThat(tokens.idIn("")).isEmpty();
    }

    @Test
    void aCodeSaysWhoComesToWhat() {
        assertThat(codes.read(codes.of(REGISTRATION, EVENT))).hasValue(new CheckInCode(REGISTRATION, EVENT));
    }

    @Test
    void everyReplicaSignsWithTheSameKeyAndAnotherSecretMakesAnother() {
        SigningKey replica = new SigningKey(config("a-registration-key-of-32-characters"));
        SigningKey other = new SigningKey(config("another-registration-key-of-32-char"));
        assertThat(new CheckInCodes(replica).read(codes.of(REGISTRATION, EVENT)))
                .isPresent();
        assertThat(replica.id()).isEqualTo(key.id()).hasSize(16);
        assertThat(new CheckInCodes(other).read(codes.of(REGISTRATION, EVENT))).isEmpty();
        assertThat(other.id()).isNotEqualTo(key.id());
    }

    @Test
    void anyChangedByteOfACodeIsNoticed() {
        byte[] code = Base64.getUrlDecoder().decode(codes.of(REGISTRATION, EVENT));
        for (int i = 0; i < code.length; i++) {
            byte[] changed = code.clone();
            changed[i] ^= 1;
            assertThat(codes.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .as("byte " + i)
                    .isEmpty();
        }
    }

    @Test
    void aCodeHasOneSpelling() {
        String code = codes.of(REGISTRATION, EVENT);
        assertThat(codes.read(code + "==")).isEmpty();
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        char other = alphabet.charAt(alphabet.indexOf(code.charAt(code.length() - 1)) + 1);
        assertThat(codes.read(code.substring(0, code.length() - 1) + other)).isEmpty();
    }

    @Test
    void whatIsCutOrNoCodeAtAllSaysNothing() {
        String code = codes.of(REGISTRATION, EVENT);
        assertThat(codes.read("")).isEmpty();
        assertThat(codes.read("no code")).isEmpty();
        assertThat(codes.read(code.substring(0, 44))).as("unsigned").isEmpty();
        assertThat(codes.read(code.substring(0, 60))).isEmpty();
    }

    /** RFC 8037, 2: what a device at the door needs to check a code without a connection. */
    @Test
    void thePublicKeyChecksTheSignature() throws Exception {
        byte[] code = Base64.getUrlDecoder().decode(codes.of(REGISTRATION, EVENT));
        byte[] x = key.publicKey();
        byte[] encoded = new byte[12 + x.length];
        System.arraycopy(java.util.HexFormat.of().parseHex("302a300506032b6570032100"), 0, encoded, 0, 12);
        System.arraycopy(x, 0, encoded, 12, x.length);
        var signature = java.security.Signature.getInstance("Ed25519");
        signature.initVerify(java.security.KeyFactory.getInstance("Ed25519")
                .generatePublic(new java.security.spec.X509EncodedKeySpec(encoded)));
        signature.update(code, 0, 33);
        assertThat(signature.verify(code, 33, 64)).isTrue();
    }
}
