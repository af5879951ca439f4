package eu.mpf.calls.call;

import eu.mpf.web.codelist.CodeCheck;
import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts what a call says into codes of the code lists; what no list knows is refused, all of it at once. */
@ApplicationScoped
public class CallCodes {

    private final CodeLists lists;

    CallCodes(CodeLists lists) {
        this.lists = lists;
    }

    /**
     * The same terms in codes.
     *
     * @param before the terms so far: what they hold they keep, also what is in no list any more
     * @param pointer to the terms, in the request
     * @throws eu.mpf.web.problem.ProblemException 400 naming each field and what stood there
     */
    CallTerms coded(CallTerms terms, @Nullable CallTerms before, String pointer) {
        Violations violations = new Violations();
        CodeCheck codes = new CodeCheck(lists, before == null ? Set.of() : held(before), violations);
        CallTerms coded = terms.withCodes(
                funds(terms.funds(), pointer + "/funds", codes),
                codes.codes("regions", terms.regions(), pointer + "/regions"),
                guidelines(terms.guidelines(), pointer + "/guidelines", codes),
                scope(terms.scope(), pointer + "/scope", codes),
                codes.optional("languages", terms.bindingLanguage(), pointer + "/bindingLanguage"));
        violations.throwIfAny();
        return coded;
    }

    /** Corrections with the tags of their languages. */
    List<Correction> coded(List<Correction> corrections) {
        Violations violations = new Violations();
        CodeCheck codes = new CodeCheck(lists, Set.of(), violations);
        List<Correction> coded = new ArrayList<>();
        for (int i = 0; i < corrections.size(); i++) {
            Correction line = corrections.get(i);
            coded.add(line.in(codes.optional("languages", line.language(), "/corrections/" + i + "/language")));
        }
        violations.throwIfAny();
        return coded;
    }

    private static List<FundLine> funds(List<FundLine> funds, String pointer, CodeCheck codes) {
        List<FundLine> coded = new ArrayList<>();
        for (int i = 0; i < funds.size(); i++) {
            coded.add(funds.get(i).coded(codes.code("funds", funds.get(i).code(), pointer + "/" + i + "/code")));
        }
        return coded;
    }

    private static @Nullable Guidelines guidelines(@Nullable Guidelines guidelines, String pointer, CodeCheck codes) {
        if (guidelines == null) {
            return null;
        }
        Map<String, String> translations = new TreeMap<>();
        guidelines
                .translations()
                .forEach((language, url) -> translations.put(
                        codes.code("languages", language, pointer + "/translations/" + language), url));
        return new Guidelines(
                guidelines.label(),
                guidelines.url(),
                codes.optional("languages", guidelines.language(), pointer + "/language"),
                translations,
                guidelines.files());
    }

    private static Scope scope(Scope scope, String pointer, CodeCheck codes) {
        return new Scope(
                codes.codes("themes", scope.themes(), pointer + "/themes"),
                codes.codes("sectors", scope.sectors(), pointer + "/sectors"),
                codes.countries(scope.countries(), pointer + "/countries"),
                codes.codes("organisation-kinds", scope.applicantKinds(), pointer + "/applicantKinds"),
                codes.codes("languages", scope.languages(), pointer + "/languages"));
    }

    private static Set<String> held(CallTerms terms) {
        Set<String> held = terms.funds().stream().map(FundLine::code).collect(Collectors.toCollection(HashSet::new));
        held.addAll(terms.regions());
        held.addAll(terms.scope().themes());
        held.addAll(terms.scope().sectors());
        held.addAll(terms.scope().applicantKinds());
        return held;
    }
}
