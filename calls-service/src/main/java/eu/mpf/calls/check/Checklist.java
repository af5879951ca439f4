package eu.mpf.calls.check;

import eu.mpf.calls.application.EligibilityCheck;
import eu.mpf.calls.call.CheckRules;
import eu.mpf.calls.call.ChecklistItem;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The officer's answers against the check-list of the call. */
final class Checklist {

    private Checklist() {}

    /**
     * Every point of the call's list is answered once and no other; nothing is eligible while one that counts is not met.
     * A call without a list leaves the points to the officer.
     *
     * @throws ProblemException 400 with a pointer for each point
     */
    static void require(@Nullable CheckRules rules, List<EligibilityCheck.Item> answers, boolean eligible) {
        if (rules == null || rules.checklist().isEmpty()) {
            return;
        }
        Violations faults = new Violations();
        Set<String> answered = new HashSet<>();
        for (int i = 0; i < answers.size(); i++) {
            EligibilityCheck.Item answer = answers.get(i);
            String pointer = "/checklist/" + i;
            ChecklistItem item = rules.item(answer.item()).orElse(null);
            faults.check(item != null, pointer + "/item", "unknown-item", "not on the check-list of the call");
            faults.check(answered.add(answer.item()), pointer + "/item", "duplicate", "answered twice");
            faults.check(
                    !eligible || answer.met() || item == null || item.optional(),
                    pointer + "/met",
                    "not-met",
                    "nothing is eligible without it");
        }
        for (ChecklistItem item : rules.checklist()) {
            faults.check(answered.contains(item.code()), "/checklist", "unanswered", item.code() + " is not answered");
        }
        faults.throwIfAny();
    }
}
