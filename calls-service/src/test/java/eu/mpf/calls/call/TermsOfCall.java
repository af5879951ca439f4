package eu.mpf.calls.call;

import eu.mpf.calls.eligibility.Rule;
import eu.mpf.calls.eligibility.RuleEngine;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.fund.Purse;
import eu.mpf.calls.scoring.Criterion;
import eu.mpf.calls.scoring.ScoringScheme;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.value.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Object mother: terms of a call that may be published, each field to be set otherwise. */
public final class TermsOfCall {
    public static final LocalDateTime LAST = LocalDateTime.of(2030, 6, 30, 17, 0);
    private static final RuleEngine ENGINE = new RuleEngine();

    public DeadlineModel model = DeadlineModel.SINGLE_STAGE;
    public boolean conceptNote;
    public String zone = "Europe/Brussels";
    public @Nullable LocalDateTime opens = LocalDateTime.of(2030, 1, 1, 9, 0);
    public List<Deadline> deadlines = List.of(new Deadline(Stage.FULL_APPLICATION, LAST));
    public @Nullable LocalDateTime questionsUntil;
    public List<Strand> strands = List.of();
    public List<FundLine> funds = List.of(fund("BMVI"));
    public List<String> regions = List.of();
    public List<Rule> rules = List.of();
    public Map<String, List<String>> lists = Map.of();
    public Map<Stage, ScoringScheme> scoring = new HashMap<>(Map.of(Stage.FULL_APPLICATION, scheme("relevance")));
    public @Nullable Preselection preselection;
    public @Nullable DecisionRules decision =
            new DecisionRules(DecisionRules.Body.PROGRAMME_OFFICER, 1, null, List.of(), null, null, null);
    public List<AttachmentRule> attachments = List.of();
    public @Nullable CheckRules check;
    public Scope scope = Scope.OPEN;
    public @Nullable String bindingLanguage;

    public static FundLine fund(String code, Lot... lots) {
        return fund(code, null, null, null, List.of(), lots);
    }

    public static FundLine fund(
            String code,
            @Nullable String indirectRate,
            @Nullable String minimum,
            @Nullable String maximum,
            List<String> activities,
            Lot... lots) {
        return new FundLine(
                code,
                Money.euro("1000000.00"),
                "95.00",
                indirectRate,
                minimum == null ? null : Money.euro(minimum),
                maximum == null ? null : Money.euro(maximum),
                null,
                activities,
                List.of(lots));
    }

    public static Lot lot(String code, String envelope) {
        return new Lot(code, LocalizedText.of("en", code), Money.euro(envelope));
    }

    public static ScoringScheme scheme(String tieBreak) {
        return new ScoringScheme(
                BigDecimal.ZERO,
                new BigDecimal(5),
                null,
                List.of(new Criterion("relevance", LocalizedText.of("en", "Relevance"), null, null, null)),
                null,
                List.of(tieBreak),
                null);
    }

    public CallTerms build() {
        return new CallTerms(
                LocalizedText.of("en", "Borders and security"),
                null,
                model,
                conceptNote,
                zone,
                opens,
                deadlines,
                questionsUntil,
                strands,
                funds,
                regions,
                null,
                rules,
                lists,
                scoring,
                preselection,
                decision,
                attachments,
                check,
                scope,
                bindingLanguage);
    }

    /** A draft with these terms, of whose purses some have run out. */
    public Call call(Purse... depleted) {
        Call call = new Call(UUID.randomUUID(), "TEST/2030-1", build(), Instant.parse("2030-02-01T08:00:00Z"));
        for (Purse purse : depleted) {
            call.purse(purse, true);
        }
        return call;
    }

    /** What keeps these terms from being published: pointer and code. */
    List<String> faults() {
        return TermsCheck.of(build(), ENGINE).list().stream()
                .map((FieldError fault) -> fault.pointer() + " " + fault.code())
                .toList();
    }
}
