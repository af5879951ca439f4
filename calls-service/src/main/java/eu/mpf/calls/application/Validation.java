package eu.mpf.calls.application;

import eu.mpf.calls.eligibility.RuleFailure;
import eu.mpf.calls.eligibility.Stage;
import java.util.List;

/** What a dry run found: every rule that fails, none if it may be handed in. */
public record Validation(boolean valid, Stage stage, int callEdition, List<RuleFailure> failures) {}
