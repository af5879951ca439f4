package eu.mpf.events.joinlink;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where one joins a session online.
 *
 * @param url https only
 * @param minutesBefore how long before the start it is given out
 */
@Schema(name = "JoinLinkDetails")
public record JoinLink(
        @NotNull
        @Size(max = 1000)
        @Pattern(regexp = "https://[^\\s]+")
        @Schema(examples = "https://meet.example.org/r/1")
        String url,

        @NotNull @Min(0) @Max(1440) Integer minutesBefore) {}
