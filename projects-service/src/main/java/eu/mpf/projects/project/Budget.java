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
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The cash of a project. An absent amount is unknown, which is not the same as zero.
 *
 * @param rate EU share of the total, in percent
 * @param rateBasis whether the rate was stated or computed here
 * @param maximumRate the most the fund may pay, in percent of the total, where the call set a limit
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
        BigDecimal maximumRate) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Nothing is known. */
    public static final Budget UNKNOWN = new Budget(null, null, null, null, null, List.of(), null);

    public Budget {
        otherDonors = otherDonors == null ? List.of() : List.copyOf(otherDonors);
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

    /** Adds what is wrong in itself: mixed currencies, negative amounts, a share above the total or above the maximum rate. */
    void check(Violations violations) {
        List<Money> all = Stream.concat(
                        Stream.of(total, euShare, nationalShare),
                        otherDonors.stream().map(OtherDonor::amount))
                .filter(Objects::nonNull)
                .toList();
        violations.check(
                all.stream().map(Money::currency).distinct().count() <= 1,
                "/budget",
                "mixed-currencies",
                "All amounts of a budget are in one currency");
        violations.check(
                all.stream().allMatch(money -> money.amount().signum() >= 0),
                "/budget",
                "negative-amount",
                "An amount is never negative");
        checkPercent(rateBasis == RateBasis.DERIVED ? null : rate, "/budget/rate", violations);
        checkPercent(maximumRate, "/budget/maximumRate", violations);
        if (total == null || euShare == null || !total.currency().equals(euShare.currency())) {
            return;
        }
        violations.check(
                euShare.amount().compareTo(total.amount()) <= 0,
                "/budget/euShare",
                "above-total",
                "The EU share passes the total");
        if (maximumRate != null) {
            // Rounded half up to the cent: the rule by which calls judge an application.
            BigDecimal most = total.amount().multiply(maximumRate).divide(HUNDRED, 2, RoundingMode.HALF_UP);
            violations.check(
                    euShare.amount().compareTo(most) <= 0,
                    "/budget/euShare",
                    "above-maximum-rate",
                    "The EU share passes " + maximumRate.toPlainString() + " % of the total, which is " + most);
        }
    }

    private static void checkPercent(@Nullable BigDecimal percent, String pointer, Violations violations) {
        violations.check(
                percent == null || percent.compareTo(HUNDRED) <= 0,
                pointer,
                "above-hundred",
                "A share is at most 100 percent");
    }

    public Budget withTotal(@Nullable Money value) {
        return new Budget(value, euShare, rate, rateBasis, nationalShare, otherDonors, maximumRate);
    }

    public Budget withEuShare(@Nullable Money value) {
        return new Budget(total, value, rate, rateBasis, nationalShare, otherDonors, maximumRate);
    }

    public Budget withNationalShare(@Nullable Money value) {
        return new Budget(total, euShare, rate, rateBasis, value, otherDonors, maximumRate);
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
                maximumRate);
    }
}
