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
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X26")
class SettingsTest {
    private static final Setting<Integer> MANY = Setting.number("b.many", 5, 1, 10, "How many.");
    private static final Setting<Boolean> ON = Setting.onOff("a.on", true, "On or off.");
    private static final Setting<String> WHICH = Setting.choice("c.which", "x", List.of("x", "y"), "Which.");
    private static final Setting<Duration> LONG =
            Setting.duration("d.long", Duration.ofHours(2), Duration.ofHours(1), Duration.ofHours(3), "How long.");

    private final Settings settings =
            new Settings(List.of(() -> List.of(WHICH, MANY), () -> List.of(ON)), new Adjustments());

    @Test
    void allPartsSettingsAreOneListByName() {
        assertThat(settings.all()).extracting(Setting::name).containsExactly("a.on", "b.many", "c.which");
        assertThat(settings.find("b.many")).containsSame(MANY);
        assertThat(settings.find("b.few")).isEmpty();
        assertThat(settings.get(ON)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "b.many, 0, must be between 1 and 10",
        "b.many, x, is no INTEGER",
        "c.which, z, 'must be one of [x, y]'",
        "a.on, 1, is no BOOLEAN"
    })
    void whoeverSetsWhatCannotBeIsToldWhatCan(String name, String value, String message) {
        var setting = settings.find(name).orElseThrow();
        assertThatThrownBy(() -> setting.read(value))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.errors().getFirst().message()).isEqualTo(message));
    }

    @Test
    void theBoundsThemselvesMayBeSet() {
        assertThat(MANY.read("1")).isEqualTo(1);
        assertThat(MANY.read("10")).isEqualTo(10);
        assertThat(LONG.read("PT1H")).isEqualTo(Duration.ofHours(1));
        assertThat(LONG.read("PT3H")).isEqualTo(Duration.ofHours(3));
        assertThat(ON.read("true")).isTrue();
        assertThat(MANY.stored("10")).hasValue(10);
        assertThat(MANY.stored("11")).isEmpty();
        assertThat(MANY.stored("ten")).isEmpty();
        assertThat(WHICH.stored("z")).isEmpty();
    }

    @Test
    void anAdministratorSeesWhatHoldsWhatHeldFirstAndWhoSetIt() {
        var at = Instant.parse("2026-03-31T12:00:00Z");
        var set = new Adjustment(AdjustmentKind.SETTING, "b.many", TextNode.valueOf("7"), 1, at, "admin");
        assertThat(SettingView.of(MANY, Optional.of(set)))
                .isEqualTo(new SettingView(
                        "b.many",
                        "How many.",
                        Setting.Type.INTEGER,
                        "7",
                        "5",
                        true,
                        "1",
                        "10",
                        List.of(),
                        at,
                        "admin"));
        assertThat(SettingView.of(WHICH, Optional.empty()))
                .isEqualTo(new SettingView(
                        "c.which",
                        "Which.",
                        Setting.Type.CHOICE,
                        "x",
                        "x",
                        false,
                        null,
                        null,
                        List.of("x", "y"),
                        null,
                        null));
    }
}
