package eu.mpf.calls.evaluation.api;

/** An evaluator's share of a call's reviews. */
public record EvaluatorSummary(String evaluator, long assigned, long submitted, long conflicted) {}
