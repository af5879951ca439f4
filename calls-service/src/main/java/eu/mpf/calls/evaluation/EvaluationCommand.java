package eu.mpf.calls.evaluation;

/** What may be done to a review, by its evaluator; by the officer, to take the assignment back. */
public enum EvaluationCommand {
    SCORE,
    DECLARE_CONFLICT,
    SUBMIT,
    RELEASE
}
