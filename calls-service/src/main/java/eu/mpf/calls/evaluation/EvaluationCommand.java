package eu.mpf.calls.evaluation;

/** What an evaluator may do to a review. */
public enum EvaluationCommand {
    SCORE,
    DECLARE_CONFLICT,
    SUBMIT
}
