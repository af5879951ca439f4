package eu.mpf.web.value;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.constraints.NotBlank;
import org.jspecify.annotations.Nullable;

/**
 * What {@link NotBlank} means everywhere on the platform: a title of no-break spaces is none. Found as a service, and taken
 * before the one that comes with Hibernate Validator, since it is for strings and the other for all character sequences.
 */
public class SomethingToRead implements ConstraintValidator<NotBlank, String> {
    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
        return text != null && !Texts.isBlank(text);
    }
}
