package eu.mpf.calls.call;

import eu.mpf.calls.eligibility.Rule;
import eu.mpf.calls.eligibility.RuleEngine;
import eu.mpf.calls.eligibility.Stage;
import eu.mpf.calls.eligibility.Words;
import eu.mpf.web.file.FileRules;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.value.BindingLanguage;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a call must say before it may be published, every fault with its pointer. */
final class TermsCheck {

    private final CallTerms terms;
    private final RuleEngine rules;
    private final Violations faults = new Violations();

    private TermsCheck(CallTerms terms, RuleEngine rules) {
        this.terms = terms;
        this.rules = rules;
    }

    static Violations of(CallTerms terms, RuleEngine rules) {
        TermsCheck check = new TermsCheck(terms, rules);
        check.times();
        check.funds();
        check.rules();
        check.scoring();
        check.attachments();
        check.assessment();
        check.languages();
        return check.faults;
    }

    private void times() {
        ZoneId zone;
        try {
            zone = ZoneId.of(terms.timeZone());
        } catch (DateTimeException e) {
            faults.add("/timeZone", "unknown-zone", "not a time zone of the IANA database");
            return;
        }
        local("/opensLocal", terms.opensLocal(), zone);
        local("/questionsUntilLocal", terms.questionsUntilLocal(), zone);
        for (int i = 0; i < terms.deadlines().size(); i++) {
            local("/deadlines/" + i + "/local", terms.deadlines().get(i).local(), zone);
        }
        long concepts = count(Stage.CONCEPT_NOTE);
        long full = count(Stage.FULL_APPLICATION);
        boolean fits = switch (terms.deadlineModel()) {
            case SINGLE_STAGE -> concepts == 0 && full == 1 && !terms.conceptNote();
            case TWO_STAGE -> concepts == 1 && full == 1 && terms.conceptNote() && conceptFirst();
            case CUT_OFFS -> concepts + full >= 1;
            case ROLLING_UNTIL_DEPLETED -> concepts + full <= 1;
        };
        faults.check(fits, "/deadlines", "deadline-model", "the deadlines do not fit " + terms.deadlineModel());
        Instant opens = terms.opensAt();
        Instant last = terms.finalDeadlineAt();
        faults.check(
                opens == null || last == null || opens.isBefore(last),
                "/opensLocal",
                "opens-late",
                "opens after it closes");
    }

    /** A time the clocks skip or show twice is no deadline anybody could rely on. */
    private void local(String pointer, @Nullable LocalDateTime local, ZoneId zone) {
        if (local == null) {
            return;
        }
        ZoneRules zoneRules = zone.getRules();
        faults.check(
                zoneRules.getValidOffsets(local).size() == 1,
                pointer,
                "ambiguous-time",
                "the clocks of " + zone + " do not show this time exactly once");
        faults.check(local.getNano() % 1_000_000 == 0, pointer, "too-fine", "milliseconds at most");
    }

    private boolean conceptFirst() {
        return terms.deadlineFor(Stage.CONCEPT_NOTE)
                .orElseThrow()
                .isBefore(terms.deadlineFor(Stage.FULL_APPLICATION).orElseThrow());
    }

    private long count(Stage stage) {
        return terms.deadlines().stream().filter(each -> each.stage() == stage).count();
    }

    private void funds() {
        faults.check(!terms.funds().isEmpty(), "/funds", "no-fund", "a call is fed by at least one fund");
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < terms.funds().size(); i++) {
            FundLine fund = terms.funds().get(i);
            String pointer = "/funds/" + i;
            faults.check(codes.add(fund.code()), pointer + "/code", "duplicate", "this fund is there twice");
            FundCheck.of(fund, pointer, faults);
        }
    }

    private void rules() {
        Set<String> ids = new HashSet<>();
        List<Rule> all = terms.rules();
        Words words = WordsOfCall.of(terms);
        for (int i = 0; i < all.size(); i++) {
            String pointer = "/rules/" + i;
            faults.check(ids.add(all.get(i).id()), pointer + "/id", "duplicate", "another rule has this id");
            rules.fault(all.get(i), words).ifPresent(reason -> faults.add(pointer + "/expression", "bad-rule", reason));
        }
    }

    private void attachments() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < terms.attachments().size(); i++) {
            AttachmentRule rule = terms.attachments().get(i);
            String pointer = "/attachments/" + i;
            faults.check(codes.add(rule.code()), pointer + "/code", "duplicate", "another attachment has this code");
            List<String> types = rule.mediaTypes() == null ? List.of() : rule.mediaTypes();
            for (int t = 0; t < types.size(); t++) {
                faults.check(
                        FileRules.DOCUMENTS.contains(types.get(t)),
                        pointer + "/mediaTypes/" + t,
                        "unknown-type",
                        "files of this type are not taken");
            }
        }
    }

    private void scoring() {
        faults.check(
                terms.scheme(Stage.FULL_APPLICATION).isPresent(),
                "/scoring",
                "no-scheme",
                "full applications are scored");
        faults.check(
                terms.preselection() == null || terms.scheme(Stage.CONCEPT_NOTE).isPresent(),
                "/scoring",
                "no-scheme",
                "a pre-selection needs a scheme for concept notes");
        terms.scoring()
                .forEach((stage, scheme) -> scheme.faults()
                        .forEach(fault ->
                                faults.add("/scoring/" + stage + fault.pointer(), "bad-scheme", fault.reason())));
        faults.check(terms.decision() != null, "/decision", "no-body", "some body decides");
    }

    private void languages() {
        BindingLanguage.missing(terms.bindingLanguage(), TextsOfCall.in(terms))
                .forEach(pointer -> faults.add(
                        pointer,
                        "binding-language",
                        "must be there in the binding language, " + terms.bindingLanguage()));
    }

    private void assessment() {
        if (terms.decision() != null) {
            terms.decision().faults(faults);
        }
        if (terms.check() != null) {
            terms.check().faults(faults);
        }
    }
}
