package eu.mpf.calls.call;

import eu.mpf.web.problem.Violations;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The administrative and eligibility check of a call, as data of the call.
 *
 * @param days whole days the check may take, while no question stops the clock; no limit when absent
 * @param clarificationDays whole days an applicant has to answer a question, where the question names no other time;
 *     14 when absent
 * @param checklist what the officer looks at beside the rules
 */
public record CheckRules(
        @Nullable @Positive Integer days,
        @Nullable @Positive Integer clarificationDays,
        @Size(max = 100) List<@Valid ChecklistItem> checklist) {

    /** Of a call that says nothing about it. */
    public static final CheckRules NONE = new CheckRules(null, null, List.of());

    public CheckRules {
        checklist = checklist == null ? List.of() : List.copyOf(checklist);
    }

    public int clarificationDaysOrDefault() {
        return clarificationDays == null ? 14 : clarificationDays;
    }

    public Optional<ChecklistItem> item(String code) {
        return checklist.stream().filter(each -> each.code().equals(code)).findFirst();
    }

    void faults(Violations faults) {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < checklist.size(); i++) {
            faults.check(
                    codes.add(checklist.get(i).code()),
                    "/check/checklist/" + i + "/code",
                    "duplicate",
                    "this item is there twice");
        }
    }
}
