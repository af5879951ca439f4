package eu.mpf.calls.call;

import eu.mpf.calls.eligibility.BudgetHeading;
import eu.mpf.calls.eligibility.Cents;
import eu.mpf.calls.eligibility.Facts;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.eligibility.Words;
import eu.mpf.web.value.Countries;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rules of a call may name, and applications to try them on. */
final class WordsOfCall {

    static final Set<String> PARTNER_ROLES = Set.of("CO_APPLICANT", "AFFILIATED", "ASSOCIATED", "SUBCONTRACTOR");

    /** Applications to try a rule on; a call with more funds is tried on its first. */
    private static final int MOST_TRIED = 20;

    private static final long SHARE = 100_000_00;

    private final CallTerms terms;

    private WordsOfCall(CallTerms terms) {
        this.terms = terms;
    }

    static Words of(CallTerms terms) {
        WordsOfCall words = new WordsOfCall(terms);
        return new Words(words.known(), words.typical());
    }

    private Map<String, Set<String>> known() {
        Map<String, Set<String>> known = new HashMap<>();
        Set<String> funds = words(terms.funds(), FundLine::code);
        known.put("ApplicationFacts.stage", words(List.of(Stage.values()), Stage::name));
        known.put("ApplicationFacts.headings", words(headings(), BudgetHeading::name));
        known.put("ApplicationFacts.fund", funds);
        known.put("FundFacts.code", funds);
        known.put(
                "ApplicationFacts.lot",
                terms.funds().stream()
                        .flatMap(fund -> fund.lots().stream())
                        .map(Lot::code)
                        .collect(Collectors.toSet()));
        known.put("ApplicationFacts.strand", words(terms.strands(), Strand::code));
        known.put("CallFacts.lists", terms.lists().keySet());
        known.put("PartnerFacts.role", PARTNER_ROLES);
        known.put(
                "AttachmentFacts.kind",
                words(
                        Stream.concat(terms.attachments().stream(), Stream.of(AttachmentRule.OTHER))
                                .toList(),
                        AttachmentRule::code));
        for (String field : List.of(
                "ApplicationFacts.memberStates",
                "ApplicationFacts.partnerCountries",
                "LeadFacts.country",
                "PartnerFacts.country",
                "LetterFacts.country")) {
            known.put(field, Countries.all());
        }
        // A fund without a list finances anything.
        if (terms.funds().stream().noneMatch(fund -> fund.activities().isEmpty())) {
            Set<String> activities = terms.funds().stream()
                    .flatMap(fund -> fund.activities().stream())
                    .collect(Collectors.toSet());
            known.put("ApplicationFacts.activities", activities);
            known.put("FundFacts.activities", activities);
        }
        return Map.copyOf(known);
    }

    private static <T> Set<String> words(Collection<T> all, Function<T, String> word) {
        return all.stream().map(word).collect(Collectors.toSet());
    }

    private static List<BudgetHeading> headings() {
        return Arrays.asList(BudgetHeading.values());
    }

    private List<Facts> typical() {
        List<Facts> typical = new ArrayList<>();
        for (FundLine fund : terms.funds()) {
            for (Stage stage : Stage.values()) {
                if (typical.size() < MOST_TRIED) {
                    typical.add(new Facts(application(fund, stage), facts(fund), call()));
                }
            }
        }
        return List.copyOf(typical);
    }

    private Facts.ApplicationFacts application(FundLine fund, Stage stage) {
        return new Facts.ApplicationFacts(
                stage.name(),
                "An application",
                fund.code(),
                fund.lots().stream().map(Lot::code).findFirst().orElse(""),
                terms.strands().stream().map(Strand::code).findFirst().orElse(""),
                terms.regions().stream().findFirst().orElse("region"),
                fund.activities().isEmpty() ? List.of("activity") : fund.activities(),
                List.of("theme"),
                List.of("LV"),
                List.of("MD"),
                2 * SHARE,
                SHARE,
                24,
                headings().stream()
                        .collect(Collectors.toMap(
                                BudgetHeading::name,
                                heading -> 2 * SHARE / headings().size())),
                new Facts.LeadFacts("LV-SBG", "State Border Guard", "LV", "PUBLIC_AUTHORITY", true, true),
                List.of(new Facts.PartnerFacts("LT-SBGS", "LT", "PUBLIC_AUTHORITY", "CO_APPLICANT", true)),
                List.of(new Facts.LetterFacts("PARTNER_COUNTRY", "MD", true)),
                Stream.concat(terms.attachments().stream(), Stream.of(AttachmentRule.OTHER))
                        .map(rule -> new Facts.AttachmentFacts(rule.code(), "application/pdf", 1_000))
                        .toList());
    }

    private static Facts.FundFacts facts(FundLine fund) {
        return new Facts.FundFacts(
                fund.code(),
                fund.maximumRate(),
                Cents.of(fund.minimumGrant()),
                Cents.of(fund.maximumGrant()),
                fund.activities());
    }

    private Facts.CallFacts call() {
        return new Facts.CallFacts("A-CALL", 1, terms.lists());
    }
}
