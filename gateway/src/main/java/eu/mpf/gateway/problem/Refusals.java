package eu.mpf.gateway.problem;

import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.ProblemType;
import java.util.List;

/** Refusals for the sake of one parameter, under a problem of the gateway's own. */
public final class Refusals {

    private Refusals() {}

    /** @param parameter name of the query parameter or header to blame */
    public static ProblemException of(ProblemType problem, String detail, String parameter) {
        return new ProblemException(problem, detail, List.of(new FieldError("?" + parameter, problem.code(), detail)));
    }
}
