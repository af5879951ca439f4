package eu.mpf.calls.application;

import eu.mpf.calls.eligibility.Stage;
import java.util.List;

/** What the steps of an application tell. */
final class History {

    private History() {}

    static boolean holds(List<Step> steps, ApplicationCommand command) {
        return steps.stream().anyMatch(step -> step.command() == command);
    }

    /** The stage something was handed in for last. */
    static Stage handedInFor(List<Step> steps) {
        for (Step step : steps.reversed()) {
            if (step.command() == ApplicationCommand.SUBMIT_CONCEPT) {
                return Stage.CONCEPT_NOTE;
            }
            if (step.command() == ApplicationCommand.SUBMIT) {
                break;
            }
        }
        return Stage.FULL_APPLICATION;
    }

    /** The steps without the last ones that the applicant has not been told of. */
    static List<Step> asTold(List<Step> steps, ApplicationStatus told) {
        int end = steps.size();
        while (end > 0
                && steps.get(end - 1).to().toldByLetter()
                && steps.get(end - 1).to() != told) {
            end--;
        }
        return steps.subList(0, end);
    }
}
