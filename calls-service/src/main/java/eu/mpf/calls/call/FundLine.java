package eu.mpf.calls.call;

import eu.mpf.web.value.Money;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one fund brings to a call. One action is financed from exactly one fund.
 *
 * @param maximumRate the most the fund pays of an action's total, in per cent
 * @param maximumIndirectRate the most that counts as indirect costs, in per cent of the direct costs; no limit when absent
 * @param activities codes of what the fund may finance; empty means anything
 * @param depletedBelow less than this counts as nothing left; the minimum grant when absent
 */
public record FundLine(
        @Schema(description = "Code of the list `funds`; an alias or a name is understood.", examples = "BMVI")
        @NotBlank
        @Size(max = 300)
        String code,

        @NotNull @Valid Money envelope,

        @Schema(examples = "95.00") @NotNull @Pattern(regexp = "(100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?)")
        String maximumRate,

        @Schema(examples = "7.00") @Nullable @Pattern(regexp = "(100(\\.0{1,2})?|\\d{1,2}(\\.\\d{1,2})?)")
        String maximumIndirectRate,

        @Nullable @Valid Money minimumGrant,
        @Nullable @Valid Money maximumGrant,
        @Nullable @Valid Money depletedBelow,
        List<String> activities,
        List<@Valid Lot> lots) {

    public FundLine {
        activities = activities == null ? List.of() : List.copyOf(activities);
        lots = lots == null ? List.of() : List.copyOf(lots);
    }

    public BigDecimal depletedBelowAmount() {
        Money least = depletedBelow == null ? minimumGrant : depletedBelow;
        return least == null ? BigDecimal.ZERO : least.amount();
    }

    FundLine withEnvelope(String lot, Money amount) {
        if (lot.isEmpty()) {
            return with(code, amount, lots);
        }
        List<Lot> changed = lots.stream()
                .map(old -> old.code().equals(lot) ? new Lot(old.code(), old.title(), amount) : old)
                .toList();
        return with(code, sum(changed, amount.currency()), changed);
    }

    /** What the lots hold together, in the currency of the fund. */
    Money sumOfLots() {
        return sum(lots, envelope.currency());
    }

    private static Money sum(List<Lot> lots, String currency) {
        BigDecimal sum = lots.stream().map(each -> each.envelope().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Money(sum, currency);
    }

    FundLine coded(String fund) {
        return with(fund, envelope, lots);
    }

    private FundLine with(String fund, Money amount, List<Lot> changed) {
        return new FundLine(
                fund,
                amount,
                maximumRate,
                maximumIndirectRate,
                minimumGrant,
                maximumGrant,
                depletedBelow,
                activities,
                changed);
    }
}
