package eu.mpf.web.value;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MaxLengthTest {

    private record Titled(@Nullable @MaxLength(3) LocalizedText title) {}

    @Test
    void eachLanguageIsCountedByItself() {
        assertThat(tooLong(null)).isEmpty();
        assertThat(tooLong(new LocalizedText(Map.of("en", "abc", "fr", "abc")))).isEmpty();
        assertThat(tooLong(new LocalizedText(Map.of("de", "abcd", "en", "abc", "fr", "abcde"))))
                .containsExactly(
                        "title.de must be at most 3 characters long", "title.fr must be at most 3 characters long");
    }

    private static List<String> tooLong(@Nullable LocalizedText title) {
        try (var factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator())
                .buildValidatorFactory()) {
            Validator validator = factory.getValidator();
            return validator.validate(new Titled(title)).stream()
                    .map(found -> found.getPropertyPath() + " " + found.getMessage())
                    .sorted()
                    .toList();
        }
    }
}
