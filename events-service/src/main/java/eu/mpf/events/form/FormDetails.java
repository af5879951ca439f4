package eu.mpf.events.form;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The questions of a form, in the order in which they are asked; none: nothing is asked any more. */
@Schema(name = "RegistrationFormDetails")
public record FormDetails(@NotNull @Size(max = 100) List<@NotNull @Valid FormQuestion> questions) {}
