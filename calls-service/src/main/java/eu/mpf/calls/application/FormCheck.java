package eu.mpf.calls.application;

import eu.mpf.calls.call.Call;
import eu.mpf.calls.call.CallTerms;
import eu.mpf.calls.call.DeadlineModel;
import eu.mpf.calls.call.FundLine;
import eu.mpf.calls.call.Scope;
import eu.mpf.calls.eligibility.BudgetHeading;
import eu.mpf.calls.eligibility.RuleFailure;
import eu.mpf.calls.fund.Purse;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What every call asks of an application, before its own rules: complete, one fund, within that fund's rate and grants. */
final class FormCheck {

    /** The rule that asks for money; it counts only where something is handed in for the first time. */
    static final String DEPLETED = "fund.depleted";

    private final Call call;
    private final CallTerms terms;
    private final Content content;
    private final String leadKind;
    private final List<RuleFailure> failures = new ArrayList<>();

    private FormCheck(Call call, CallTerms terms, Content content, String leadKind) {
        this.call = call;
        this.terms = terms;
        this.content = content;
        this.leadKind = leadKind;
    }

    /** @param leadKind what kind of body the lead is */
    static List<RuleFailure> of(Call call, CallTerms terms, Content content, String leadKind) {
        FormCheck check = new FormCheck(call, terms, content, leadKind);
        check.texts();
        check.scope();
        check.fund();
        return check.failures;
    }

    private void texts() {
        LocalizedText title = content.title();
        need(title != null && !title.values().isEmpty(), "form.title", "/content/title", "An application has a title.");
        need(
                terms.strands().isEmpty()
                        || terms.strands().stream()
                                .anyMatch(strand -> strand.code().equals(content.strand())),
                "form.strand",
                "/content/strand",
                "The application names one strand of the call.");
    }

    /** What the call is open to; a part of it of which nothing is said is open to all. */
    private void scope() {
        Scope scope = terms.scope();
        LocalizedText title = content.title();
        need(
                scope.languages().isEmpty()
                        || title == null
                        || scope.languages().stream().anyMatch(title.values()::containsKey),
                "scope.language",
                "/content/title",
                "Applications are written in: " + String.join(", ", scope.languages()) + ".");
        need(
                scope.countries().isEmpty() || scope.countries().containsAll(content.partnerCountries()),
                "scope.country",
                "/content/partnerCountries",
                "An action takes place in: " + String.join(", ", scope.countries()) + ".");
        need(
                terms.regions().isEmpty()
                        || content.region() == null
                        || terms.regions().contains(content.region()),
                "scope.region",
                "/content/region",
                "An action takes place in: " + String.join(", ", terms.regions()) + ".");
        need(
                scope.applicantKinds().isEmpty() || scope.applicantKinds().contains(leadKind),
                "scope.applicant-kind",
                "/content/lead/kind",
                "An application is led by: " + String.join(", ", scope.applicantKinds()) + ".");
    }

    private void fund() {
        Optional<FundLine> chosen = terms.fund(content.fund());
        need(
                chosen.isPresent(),
                "form.fund",
                "/content/fund",
                "One action is financed from exactly one fund of the call.");
        chosen.ifPresent(this::within);
    }

    private void within(FundLine fund) {
        Purse purse = new Purse(fund.code(), content.lot() == null ? "" : content.lot());
        need(
                terms.purses().containsKey(purse),
                "form.lot",
                "/content/lot",
                "The application names one lot of its fund.");
        need(
                terms.deadlineModel() != DeadlineModel.ROLLING_UNTIL_DEPLETED || !call.isDepleted(purse.toString()),
                DEPLETED,
                "/content/fund",
                "The fund " + purse + " is spent; the call takes no more applications for it.");
        need(
                fund.activities().isEmpty()
                        || !content.activities().isEmpty() && fund.activities().containsAll(content.activities()),
                "fund.activities",
                "/content/activities",
                fund.code() + " finances only: " + String.join(", ", fund.activities()) + ".");
        Money share = content.euShare();
        Money total = content.total().orElse(null);
        need(total != null, "form.budget", "/content/budget", "The application has a budget.");
        need(share != null, "form.eu-share", "/content/euShare", "The application says what it asks of the fund.");
        if (total == null || share == null) {
            return;
        }
        String currency = fund.envelope().currency();
        boolean oneCurrency =
                total.currency().equals(currency) && share.currency().equals(currency);
        need(oneCurrency, "form.currency", "/content/budget", "Budget and share are in " + currency + ".");
        if (oneCurrency) {
            amounts(fund, total, share);
        }
    }

    private void amounts(FundLine fund, Money total, Money share) {
        Money most = total.times(new BigDecimal(fund.maximumRate()).movePointLeft(2));
        need(
                share.compareTo(most) <= 0,
                "fund.rate",
                "/content/euShare",
                fund.code() + " pays at most " + fund.maximumRate() + " % of the total: " + most + " of " + total
                        + ".");
        indirect(fund, total);
        need(share.amount().signum() > 0, "form.eu-share", "/content/euShare", "The share is more than zero.");
        Money minimum = fund.minimumGrant();
        need(
                minimum == null || share.compareTo(minimum) >= 0,
                "fund.minimum-grant",
                "/content/euShare",
                "A grant is at least " + minimum + ".");
        Money maximum = fund.maximumGrant();
        need(
                maximum == null || share.compareTo(maximum) <= 0,
                "fund.maximum-grant",
                "/content/euShare",
                "A grant is at most " + maximum + ".");
    }

    private void indirect(FundLine fund, Money total) {
        String rate = fund.maximumIndirectRate();
        if (rate == null) {
            return;
        }
        Money indirect = content.byHeading().getOrDefault(BudgetHeading.INDIRECT, total.minus(total));
        Money most = total.minus(indirect).times(new BigDecimal(rate).movePointLeft(2));
        need(
                indirect.compareTo(most) <= 0,
                "fund.indirect-rate",
                "/content/budget",
                "Indirect costs are at most " + rate + " % of the direct costs: " + most + ".");
    }

    private void need(boolean holds, String ruleId, String pointer, String words) {
        if (!holds) {
            failures.add(RuleFailure.of(ruleId, pointer, words));
        }
    }
}
