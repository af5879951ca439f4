package eu.mpf.web.value;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** How long a text may be in each of its languages, in characters of UTF-16. The finding names the language. */
@Constraint(validatedBy = MaxLength.InEachLanguage.class)
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface MaxLength {
    int value();

    String message() default "must be at most {value} characters long";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** No text is not too long. */
    final class InEachLanguage implements ConstraintValidator<MaxLength, LocalizedText> {
        private int most;

        @Override
        public void initialize(MaxLength limit) {
            most = limit.value();
        }

        @Override
        public boolean isValid(@Nullable LocalizedText text, ConstraintValidatorContext context) {
            if (text == null || text.values().values().stream().allMatch(words -> words.length() <= most)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            text.values().forEach((language, words) -> {
                if (words.length() > most) {
                    context.buildConstraintViolationWithTemplate(context.getDefaultConstraintMessageTemplate())
                            .addPropertyNode(language)
                            .addConstraintViolation();
                }
            });
            return false;
        }
    }
}
