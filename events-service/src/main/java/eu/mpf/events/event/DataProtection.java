package eu.mpf.events.event;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * On what terms personal data of registrants are kept.
 *
 * @param regime the law that applies; that of the Union's institutions if absent
 * @param controller who answers for the data, as registrants read it
 * @param retentionDays per purpose, days after the end of the event until the data are deleted
 */
@Schema(name = "DataProtection")
public record DataProtection(
        @Nullable LegalRegime regime,

        @Nullable @Size(max = 300) @Schema(examples = "Migration Partnership Facility, ICMPD, Brussels")
        String controller,

        @Nullable Map<DataPurpose, @NotNull @Min(0) @Max(3650) Integer> retentionDays) {

    /** The terms where organisers say nothing else. */
    public static final DataProtection USUAL = new DataProtection(null, null, null);

    public LegalRegime regimeOrUsual() {
        return regime == null ? LegalRegime.EU_2018_1725 : regime;
    }

    public int daysFor(DataPurpose purpose) {
        Integer days = retentionDays == null ? null : retentionDays.get(purpose);
        return days == null ? purpose.defaultDays() : days;
    }
}
