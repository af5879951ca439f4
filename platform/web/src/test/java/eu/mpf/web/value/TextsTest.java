package eu.mpf.web.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private static final Validator VALIDATOR = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory()
            .getValidator();

    record Named(@NotBlank @Nullable String name) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u00a0",
                "\u200b",
                "\ufeff",
                "\u2003\u202f",
                "\u200d\u2060\u00ad",
                "\u2028\u2029",
                "\u3000",
                "\u115f",
                "\u1160",
                "\u2800",
                "\u3164",
                "\uffa0",
                "\u0000\u001f\u007f",
                "\udb40\udc41",
                "\u0378",
                "\ud800"
            })
    void aTextInWhichNothingIsSeenIsBlankWhereverItComesIn(String text) {
        assertThat(Texts.isBlank(text)).isTrue();
        assertThat(VALIDATOR.validate(new Named(text))).hasSize(1);
        assertThatThrownBy(() -> LocalizedText.of("en", text)).hasMessage("the text in en is blank");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\u00a0a", ".", "–", "٣", "日本", "\ud83d\ude00", "\u0301", "\u2801", "\ue000"})
    void whatShowsIsNot(String text) {
        assertThat(Texts.isBlank(text)).isFalse();
        assertThat(VALIDATOR.validate(new Named(text))).isEmpty();
        assertThat(LocalizedText.of("en", text).values()).containsEntry("en", text);
    }

    @Test
    void noTextIsBlankToo() {
        assertThat(VALIDATOR.validate(new Named(null))).hasSize(1);
    }
}
