package eu.mpf.web.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import eu.mpf.web.adjustment.Adjustment;
import eu.mpf.web.adjustment.AdjustmentKind;
import eu.mpf.web.adjustment.Adjustments;
import eu.mpf.web.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X26")
class SettingTest {
    private static final Setting<Boolean> ON = Setting.onOff("a.on", true, "On or off.");
    private static final Setting<Integer> MANY = Setting.number("a.many", 5, 1, 10, "How many.");
    private static final Setting<Duration> LONG =
            Setting.duration("a.long", Duration.ofHours(72), Duration.ofHours(1), Duration.ofDays(30), "How long.");
    private static final Setting<String> WHICH = Setting.choice("a.which", "x", List.of("x", "y"), "Which.");

    @Test
    void aValueIsReadAsItsTypeWritesIt() {
        assertThat(ON.read(" false ")).isFalse();
        assertThat(MANY.read("10")).isEqualTo(10);
        assertThat(LONG.read("PT1H")).isEqualTo(Duration.ofHours(1));
        assertThat(WHICH.read("y")).isEqualTo("y");
    }

    @ParameterizedTest
    @CsvSource({
        "a.on, yes, invalid",
        "a.on, TRUE, invalid",
        "a.many, 0, out-of-bounds",
        "a.many, 11, out-of-bounds",
        "a.many, 5.5, invalid",
        "a.many, 99999999999, invalid",
        "a.long, PT59M, out-of-bounds",
        "a.long, P31D, out-of-bounds",
        "a.long, 72 hours, invalid",
        "a.which, z, invalid",
    })
    void whatIsNoValueOfTheSettingIsRefused(String name, String value, String code) {
        var setting = List.<Setting<?>>of(ON, MANY, LONG, WHICH).stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> setting.read(value)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.errors()).extracting("pointer").containsExactly("/value");
            assertThat(e.errors()).extracting("code").containsExactly(code);
        });
    }

    @Test
    void aStoredValueOutsideTheBoundsOfThisReleaseGivesWayToTheInitialOne() {
        var adjustments = new Adjustments();
        var settings = new Settings(List.of(() -> List.of(MANY)), adjustments);
        adjustments.learn(List.of(set("7", 1)));
        assertThat(settings.get(MANY)).isEqualTo(7);
        adjustments.learn(List.of(set("700", 2)));
        assertThat(settings.get(MANY)).isEqualTo(5);
        adjustments.learn(List.of(set("8", 1)));
        assertThat(settings.get(MANY)).as("an older version").isEqualTo(5);
    }

    private static Adjustment set(String value, long version) {
        return new Adjustment(
                AdjustmentKind.SETTING, "a.many", TextNode.valueOf(value), version, Instant.EPOCH, "admin");
    }
}
