package eu.mpf.gateway.problem;

import org.jspecify.annotations.Nullable;

/** One of the gateway's own resources does not do what was asked; becomes a problem document. */
public class RefusedException extends RuntimeException {

    private final GatewayProblem problem;
    private final String detail;
    private final @Nullable String parameter;

    public RefusedException(GatewayProblem problem, String detail) {
        this(problem, detail, null);
    }

    /**
     * A refusal for the sake of one query parameter.
     *
     * @param parameter its name, if one is to blame
     */
    public RefusedException(GatewayProblem problem, String detail, @Nullable String parameter) {
        super(detail);
        this.problem = problem;
        this.detail = detail;
        this.parameter = parameter;
    }

    public GatewayProblem problem() {
        return problem;
    }

    public String detail() {
        return detail;
    }

    public @Nullable String parameter() {
        return parameter;
    }
}
