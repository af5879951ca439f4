package eu.mpf.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A cursor leads to its position and nothing else does. */
@Tag("X8")
class CursorsTest {

    private final Cursors cursors = new Cursors("the key of this feed".getBytes(StandardCharsets.UTF_8));

    private static void refuses(Cursors by, String cursor) {
        assertThatThrownBy(() -> by.position(cursor, "after"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.type()).isEqualTo(GatewayProblem.INVALID_CURSOR);
                    assertThat(refused.errors())
                            .extracting(FieldError::pointer, FieldError::code)
                            .containsExactly(tuple("?after", "invalid-cursor"));
                });
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 42, 1L << 40, Long.MAX_VALUE})
    void aCursorLeadsBackToItsPosition(long position) {
        String cursor = cursors.at(position);
        assertThat(cursor).matches("[A-Za-z0-9_-]{48}");
        assertThat(cursors.position(cursor, "after")).isEqualTo(position);
    }

    @Test
    void positionsHaveDifferentCursorsAndTheSameOneAlwaysTheSame() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            assertThat(seen.add(cursors.at(i))).isTrue();
            assertThat(seen.add(cursors.at(i))).isFalse();
        }
    }

    @Test
    void aCursorWithAnyCharacterChangedIsRefused() {
        String cursor = cursors.at(42);
        for (int i = 0; i < cursor.length(); i++) {
            char other = cursor.charAt(i) == 'A' ? 'B' : 'A';
            refuses(cursors, cursor.substring(0, i) + other + cursor.substring(i + 1));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "42",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "!AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=="
            })
    void whatIsNoCursorIsRefused(String cursor) {
        refuses(cursors, cursor);
    }

    @Test
    void aLongerAShorterAndAnotherFeedsCursorAreRefused() {
        String cursor = cursors.at(42);
        refuses(cursors, cursor + "A");
        refuses(cursors, cursor.substring(1));
        refuses(new Cursors(new byte[32]), cursor);
    }

    @Test
    void aCursorAtTheEndIsNewEachTimeAndLeadsBackAllTheSame() {
        Set<String> seen = new HashSet<>(Set.of(cursors.at(42)));
        for (int i = 0; i < 100; i++) {
            String cursor = cursors.anew(42);
            assertThat(seen.add(cursor)).isTrue();
            assertThat(cursors.position(cursor, "after")).isEqualTo(42);
        }
    }

    /** The distance between two would tell how much happened that its holder may not know of. */
    @Test
    void aPositionCannotBeReadFromACursor() {
        Set<String> beginnings = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            beginnings.add(cursors.at(i).substring(0, 10));
        }
        assertThat(beginnings).hasSize(100);
    }

    @Test
    void aCursorOfTheTimeBeforeTheyWereEncryptedLeadsOn() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("the key of this feed".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] position = ByteBuffer.allocate(8).putLong(42).array();
        byte[] old = ByteBuffer.allocate(24)
                .put(position)
                .put(mac.doFinal(position), 0, 16)
                .array();
        String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(old);
        assertThat(cursors.position(cursor, "after")).isEqualTo(42);
        old[7]++;
        refuses(cursors, Base64.getUrlEncoder().withoutPadding().encodeToString(old));
    }

    @Test
    void aNewDatabaseIsANewConsumer() {
        UUID id = UUID.randomUUID();
        assertThat(new FeedIdentity(id, cursors).consumer()).isEqualTo("gateway.changes." + id);
    }
}
