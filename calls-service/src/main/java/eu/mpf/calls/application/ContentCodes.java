package eu.mpf.calls.application;

import eu.mpf.web.codelist.CodeCheck;
import eu.mpf.web.codelist.CodeLists;
import eu.mpf.web.problem.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Puts what applicants write into codes of the code lists: an award is to become a project with the same ones. */
@ApplicationScoped
class ContentCodes {

    private final CodeLists lists;

    ContentCodes(CodeLists lists) {
        this.lists = lists;
    }

    /**
     * The same content in codes.
     *
     * @param before the content so far: what it holds it keeps, also what is in no list any more
     * @throws eu.mpf.web.problem.ProblemException 400 naming each field and what stood there
     */
    Content coded(Content content, Content before) {
        Violations violations = new Violations();
        Content coded = content.canonical(new CodeCheck(lists, held(before), violations), violations);
        violations.throwIfAny();
        return coded;
    }

    private static Set<String> held(Content content) {
        Set<String> held = new HashSet<>(content.themes());
        LeadApplicant lead = content.lead();
        Stream.of(content.fund(), content.region(), lead == null ? null : lead.kind())
                .filter(Objects::nonNull)
                .forEach(held::add);
        return held;
    }
}
