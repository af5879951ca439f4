package eu.mpf.projects.project;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The cash of a project. An absent amount is unknown, which is not the same as zero.
 *
 * @param rate EU share of the total, in percent
 * @param rateBasis whether the rate was stated or computed here
 * @param maximumRate the most the fund may pay, in percent of the total, where the call set a limit
 * @param headings what is planned for what; what is not named is unknown
 * @param maximumIndirectRate the most the call allows for indirect costs, in percent of the direct costs
 */
public record Budget(
        @Nullable @Valid Money total,
        @Nullable @Valid Money euShare,

        @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonDeserialize(using = PercentString.class)
        @Schema(type = SchemaType.STRING, description = "Percent, as a decimal string.", examples = "94.42")
        BigDecimal rate,

        @Nullable @Schema(description = "Whether the rate was stated by a source or computed here.")
        RateBasis rateBasis,

        @Nullable @Valid Money nationalShare,
        @Size(max = 50) List<@Valid OtherDonor> otherDonors,

        @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonDeserialize(using = PercentString.class)
        @Schema(type = SchemaType.STRING, description = "Percent, as a decimal string.", examples = "95")
        BigDecimal maximumRate,

        @Size(max = 6)
        @Schema(description = "By heading, each at most once. A heading that is absent or has no amount is unknown.")
        List<@Valid BudgetLine> headings,

        @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @JsonDeserialize(using = PercentString.class)
        @Schema(
                type = SchemaType.STRING,
                description = "The most the call allows for indirect costs, in percent of the direct costs.",
                examples = "7")
        BigDecimal maximumIndirectRate) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Nothing is known. */
    public static final Budget UNKNOWN = new Budget(null, null, null, null, null, List.of(), null, List.of(), null);

    public Budget {
        otherDonors = otherDonors == null ? List.of() : List.copyOf(otherDonors);
        headings = headings == null ? List.of() : List.copyOf(headings);
        if (rate == null || rateBasis == RateBasis.DERIVED) {
            rate = derived(total, euShare);
            rateBasis = rate == null ? null : RateBasis.DERIVED;
        } else {
            rateBasis = RateBasis.STATED;
        }
    }

    private static @Nullable BigDecimal derived(@Nullable Money total, @Nullable Money euShare) {
        if (total == null
                || euShare == null
                || total.amount().signum() == 0
                || !total.currency().equals(euShare.currency())) {
            return null;
        }
        return euShare.amount().multiply(HUNDRED).divide(total.amount(), 2, RoundingMode.HALF_UP);
    }

    /** Adds what is wrong in itself: see {@link BudgetRules}. */
    void check(Violations violations) {
        BudgetRules.check(this, violations);
    }

    public Budget withTotal(@Nullable Money value) {
        return new Budget(
                value,
                euShare,
                rate,
                rateBasis,
                nationalShare,
                otherDonors,
                maximumRate,
                headings,
                maximumIndirectRate);
    }

    public Budget withEuShare(@Nullable Money value) {
        return new Budget(
                total, value, rate, rateBasis, nationalShare, otherDonors, maximumRate, headings, maximumIndirectRate);
    }

    public Budget withNationalShare(@Nullable Money value) {
        return new Budget(
                total, euShare, rate, rateBasis, value, otherDonors, maximumRate, headings, maximumIndirectRate);
    }

    /** The rate as a source states it; without one it is derived where it can be. */
    public Budget withRate(@Nullable BigDecimal value) {
        return new Budget(
                total,
                euShare,
                value,
                value == null ? null : RateBasis.STATED,
                nationalShare,
                otherDonors,
                maximumRate,
                headings,
                maximumIndirectRate);
    }

    /** The limits of the call the money comes from, in percent; absent where it set none. */
    public Budget withLimits(@Nullable BigDecimal euShareOfTotal, @Nullable BigDecimal indirectOfDirect) {
        return new Budget(
                total,
                euShare,
                rate,
                rateBasis,
                nationalShare,
                otherDonors,
                euShareOfTotal,
                headings,
                indirectOfDirect);
    }

    public Budget withHeadings(List<BudgetLine> lines) {
        return new Budget(
                total, euShare, rate, rateBasis, nationalShare, otherDonors, maximumRate, lines, maximumIndirectRate);
    }
}
