package eu.mpf.calls.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.mpf.calls.CallsProblem;
import eu.mpf.calls.Refusals;
import eu.mpf.calls.Rows;
import eu.mpf.calls.application.Application;
import eu.mpf.calls.application.Applying;
import eu.mpf.calls.application.BudgetLine;
import eu.mpf.calls.application.Condition;
import eu.mpf.calls.application.Condition.Due;
import eu.mpf.calls.application.Partner;
import eu.mpf.calls.call.FundLine;
import eu.mpf.calls.eligibility.BudgetHeading;
import eu.mpf.calls.fund.Purse;
import eu.mpf.testkit.StateTable;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("C20")
class GrantTest {

    private static final UUID ID = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2030-09-01T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final LocalizedText TITLE = LocalizedText.of("en", "Joint border surveillance");
    private static final Money AWARDED = Money.euro("60000.00");
    private static final FundLine FUND =
            new FundLine("BMVI", Money.euro("6000000.00"), "95.00", "7.00", null, null, null, List.of(), List.of());
    private static final List<BudgetLine> BUDGET = List.of(
            new BudgetLine(BudgetHeading.STAFF, "Experts", Money.euro("50000.00")),
            new BudgetLine(BudgetHeading.STAFF, "Interpreters", Money.euro("20000.00")),
            new BudgetLine(BudgetHeading.TRAVEL, null, Money.euro("20000.00")));
    private static final List<Condition> CONDITIONS = List.of(
            new Condition("A letter of support.", Due.BEFORE_PAYMENT),
            new Condition("A bank account.", Due.BEFORE_SIGNATURE),
            new Condition("A yearly report.", Due.DURING_ACTION));

    private final StateTable<Grant, GrantStatus> table = new StateTable<>(
                    () -> grant(CONDITIONS.subList(0, 1)),
                    GrantStatus.class,
                    Grant::status,
                    Refusals.of(CallsProblem.GRANT_STATE))
            .on("sign", grant -> grant.sign(NOW))
            .on("meet", grant -> grant.meet(1, "By letter.", NOW))
            .on("withdraw", grant -> grant.withdraw("Given up.", NOW));

    private static Application application(@Nullable LocalizedText title, List<BudgetLine> budget) {
        return Applying.drafted(
                Applying.written(title, "BMVI", "north", budget),
                Applying.partner("LT-BORDER", Partner.State.CONFIRMED),
                Applying.partner("PT-AIMA", Partner.State.INVITED));
    }

    private static Grant grant(Application application, @Nullable FundLine source, List<Condition> conditions) {
        return new Grant(ID, "G-1", application, source, AWARDED, conditions, NOW);
    }

    private static Grant grant(List<Condition> conditions) {
        return grant(application(TITLE, BUDGET), FUND, conditions);
    }

    @Test
    void everyCommandInEveryState() {
        assertThat(table.outcomes())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "AWARDED sign", "SIGNED",
                        "AWARDED meet", "AWARDED",
                        "AWARDED withdraw", "WITHDRAWN",
                        "SIGNED meet", "SIGNED",
                        "SIGNED withdraw", "WITHDRAWN"));
    }

    @Test
    void aNewOneIsAwardedToWhoeverApplied() {
        Application application = application(TITLE, BUDGET);
        Grant grant = grant(application, FUND, List.of());
        assertThat(grant.status()).isEqualTo(GrantStatus.AWARDED);
        assertThat(grant.id()).isEqualTo(ID);
        assertThat(grant.reference()).isEqualTo("G-1");
        assertThat(grant.applicationId()).isEqualTo(application.id());
        assertThat(grant.callId()).isEqualTo(Applying.CALL);
        assertThat(grant.callKey()).isEqualTo("TEST/2030-1");
        assertThat(grant.organisation()).isEqualTo("LV-BORDER");
        assertThat(grant.awardedAt()).isEqualTo(NOW);
        assertThat(grant.conditions()).isEmpty();
        assertThat(grant.reason()).isNull();
        assertThat(grant.signedAt()).isNull();
        assertThat(grant.withdrawnAt()).isNull();
        assertThat(grant.projectId()).isNull();
        assertThat(grant.projectCode()).isNull();
        assertThat(Rows.read(grant, "version", 7L).version()).isEqualTo(7);
    }

    @Test
    void othersAreToldOfItOnce() {
        Grant grant = grant(List.of());
        assertThat(grant.announced()).isFalse();
        assertThat(grant.announce(NOW)).isTrue();
        assertThat(grant.announced()).isTrue();
        assertThat(grant.announce(NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void itsMoneyComesFromOnePurseAndPaysAShareOfTheCosts() {
        Grant grant = grant(List.of());
        assertThat(grant.fund()).isEqualTo("BMVI");
        assertThat(grant.lot()).isEqualTo("north");
        assertThat(grant.purse()).isEqualTo(new Purse("BMVI", "north"));
        assertThat(grant.total()).isEqualTo(Money.euro("90000.00"));
        assertThat(grant.euShare()).isEqualTo(AWARDED);
        assertThat(grant.rate()).isEqualTo("66.67");
    }

    @Test
    void theActionIsKeptAsItWasAwardedWithThePartnersThatConfirmed() {
        assertThat(grant(List.of()).action())
                .isEqualTo(new Action(
                        TITLE,
                        "JBS",
                        LocalizedText.of("en", "Watching a border together."),
                        List.of(new Action.Participant("LT-BORDER", "LT-BORDER Ltd", "CO_APPLICANT")),
                        List.of("LV"),
                        List.of("MD"),
                        "eastern-partnership",
                        List.of("border-management"),
                        LocalDate.of(2031, 1, 1),
                        24,
                        List.of(
                                new Action.Cost("STAFF", Money.euro("70000.00")),
                                new Action.Cost("TRAVEL", Money.euro("20000.00"))),
                        "95.00",
                        "7.00"));
    }

    @Test
    void whatTheApplicationLeftOutIsFilledFromWhatIsKnown() {
        Grant grant = grant(application(null, List.of()), null, List.of());
        assertThat(grant.total()).isEqualTo(AWARDED);
        assertThat(grant.rate()).isEqualTo("100.00");
        assertThat(grant.action().title()).isEqualTo(LocalizedText.of("en", "A-1"));
        assertThat(grant.action().budget()).isEmpty();
        assertThat(grant.action().maximumRate()).isNull();
        assertThat(grant.action().maximumIndirectRate()).isNull();
    }

    @Test
    void onlyAConditionDueBeforeTheSignatureHoldsItUpAndOnlyUntilItIsMet() {
        Grant early = grant(CONDITIONS);
        assertThatThrownBy(() -> early.sign(NOW))
                .satisfies(Refusals.of(CallsProblem.CONDITIONS_OPEN))
                .hasMessageContaining("[2]");
        assertThat(early.status()).isEqualTo(GrantStatus.AWARDED);
        assertThat(early.signedAt()).isNull();
        Grant grant = grant(CONDITIONS);
        grant.meet(2, "By a statement of the bank.", NOW);
        grant.sign(LATER);
        assertThat(grant.status()).isEqualTo(GrantStatus.SIGNED);
        assertThat(grant.signedAt()).isEqualTo(LATER);
    }

    @Test
    @Tag("C21")
    void aConditionIsMetOnceByItsNumberAndTheOthersStayOpen() {
        Grant grant = grant(CONDITIONS);
        grant.meet(2, "By a statement of the bank.", NOW);
        List<GrantCondition> after = List.of(
                new GrantCondition(1, "A letter of support.", Due.BEFORE_PAYMENT, null, null),
                new GrantCondition(2, "A bank account.", Due.BEFORE_SIGNATURE, NOW, "By a statement of the bank."),
                new GrantCondition(3, "A yearly report.", Due.DURING_ACTION, null, null));
        assertThat(grant.conditions()).isEqualTo(after);
        assertThatThrownBy(() -> grant.meet(2, "Again.", LATER)).satisfies(Refusals.of(CallsProblem.GRANT_STATE));
        assertThatThrownBy(() -> grant.meet(4, "No such.", LATER)).satisfies(Refusals.of(CommonProblem.NOT_FOUND));
        assertThat(grant.conditions()).isEqualTo(after);
    }

    @Test
    @Tag("C28")
    void aWithdrawalSaysWhyWhenAndWhetherTheMoneyWasCommitted() {
        Grant reserved = table.in(GrantStatus.AWARDED);
        assertThat(reserved.withdraw("Given up.", LATER)).isFalse();
        assertThat(reserved.reason()).isEqualTo("Given up.");
        assertThat(reserved.withdrawnAt()).isEqualTo(LATER);
        assertThat(table.in(GrantStatus.SIGNED).withdraw("Given up.", LATER)).isTrue();
        assertThatThrownBy(() -> reserved.withdraw("Once more.", NOW)).satisfies(Refusals.of(CallsProblem.GRANT_STATE));
        assertThat(reserved.reason()).isEqualTo("Given up.");
        assertThat(reserved.withdrawnAt()).isEqualTo(LATER);
    }

    @Test
    void itKnowsTheProjectThatCameOfIt() {
        Grant grant = grant(List.of());
        UUID project = UUID.randomUUID();
        grant.link(project, "P-1");
        assertThat(grant.projectId()).isEqualTo(project);
        assertThat(grant.projectCode()).isEqualTo("P-1");
    }
}
