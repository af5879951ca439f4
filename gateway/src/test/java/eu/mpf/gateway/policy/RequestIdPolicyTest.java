package eu.mpf.gateway.policy;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.gateway.Rehearsal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every request has an id that logs can be searched for. */
class RequestIdPolicyTest {

    private static Rehearsal ask(String offered) {
        return Rehearsal.get("/").header("X-Request-Id", offered).through(new RequestIdPolicy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"12345678", "azAZ09._-", "AAAAAAAA", "zzzzzzzz", "00000000", "99999999"})
    void aWellFormedIdOfTheClientsOwnIsKept(String offered) {
        Rehearsal asked = ask(offered);
        assertThat(asked.passed()).isTrue();
        assertThat(asked.exchange().requestId()).isEqualTo(offered);
        assertThat(asked.answer("X-Request-Id")).isEqualTo(offered);
    }

    @Test
    void anIdIsEightToSixtyFourCharactersLong() {
        for (int length : new int[] {8, 64}) {
            assertThat(ask("x".repeat(length)).exchange().requestId()).hasSize(length);
        }
        for (int length : new int[] {0, 7, 65, 100}) {
            assertThat(ask("x".repeat(length)).exchange().requestId()).hasSize(36);
        }
    }

    static IntStream characters() {
        return IntStream.range(0, 0x100);
    }

    @ParameterizedTest
    @MethodSource("characters")
    void itIsMadeOfLettersDigitsDotsLinesAndHyphensAlone(int character) {
        String offered = "1234567" + (char) character;
        boolean plain = String.valueOf((char) character).matches("[A-Za-z0-9._-]");
        assertThat(ask(offered).exchange().requestId().equals(offered)).isEqualTo(plain);
    }

    @Test
    void whoeverOffersNoneGetsOne() {
        Rehearsal asked = Rehearsal.get("/").through(new RequestIdPolicy());
        assertThat(asked.passed()).isTrue();
        assertThat(UUID.fromString(asked.exchange().requestId()).version()).isEqualTo(7);
        assertThat(asked.answer("X-Request-Id")).isEqualTo(asked.exchange().requestId());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0x0123_4567_89abL, 1_795_412_511_051L})
    void anIdMadeHereBeginsWithItsTimeAndIsAVersionSevenUuid(long millis) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 200; i++) {
            String text = RequestIdPolicy.create(millis);
            UUID id = UUID.fromString(text);
            assertThat(id.toString()).isEqualTo(text);
            assertThat(id.version()).isEqualTo(7);
            assertThat(id.variant()).isEqualTo(2);
            assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(millis);
            seen.add(text);
        }
        assertThat(seen).hasSize(200);
    }

    @Test
    void everyBitThatMayBeRandomIs() {
        long ones = 0;
        long lowOnes = 0;
        for (int i = 0; i < 500; i++) {
            UUID id = UUID.fromString(RequestIdPolicy.create(0));
            ones |= id.getMostSignificantBits();
            lowOnes |= id.getLeastSignificantBits();
        }
        assertThat(ones).isEqualTo(0x7fffL);
        assertThat(lowOnes).isEqualTo(0xbfff_ffff_ffff_ffffL);
    }

    @Test
    void theTimeIsThatOfTheWallClock() {
        long before = System.currentTimeMillis();
        long told = UUID.fromString(RequestIdPolicy.create()).getMostSignificantBits() >>> 16;
        assertThat(told).isBetween(before, System.currentTimeMillis());
    }
}
