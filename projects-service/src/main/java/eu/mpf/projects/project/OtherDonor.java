package eu.mpf.projects.project;

import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** Somebody else who pays towards a project; the amount is absent where it is not known. */
public record OtherDonor(
        @NotBlank @Size(max = 500) String donor,
        @Nullable @Valid Money amount) {}
