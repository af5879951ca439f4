package eu.mpf.calls;

import eu.mpf.web.problem.ProblemType;

/** Every problem that only this service has; the rest is in the common catalogue. */
public enum CallsProblem implements ProblemType {
    CALL_STATE("call-state", 409, "The call's status does not allow this"),
    CALL_NOT_OPEN("call-not-open", 409, "The call is not open"),
    CALL_NOT_PUBLISHABLE("call-not-publishable", 400, "The call cannot be published as it is"),
    CALL_KEY_TAKEN("call-key-taken", 409, "Another call has this key"),
    DEADLINE_PASSED("deadline-passed", 409, "The deadline has passed"),
    ENVELOPE_TOO_SMALL("envelope-too-small", 409, "More than that is already awarded"),
    FUND_IN_USE("fund-in-use", 409, "Money of this fund or lot is awarded already"),
    FUND_EXHAUSTED("fund-exhausted", 409, "The fund does not hold this amount"),
    APPLICATION_STATE("application-state", 409, "The application's status does not allow this"),
    APPLICATION_SEALED("application-sealed", 409, "The application is sealed until its deadline"),
    RULES_FAILED("rules-failed", 409, "The application does not meet every rule of the call"),
    TOO_MANY_ATTACHMENTS("too-many-attachments", 409, "There are as many files of this kind as may be"),
    TOO_MANY_SEARCHES("too-many-searches", 409, "You keep as many searches as you may"),
    PARTNER_STATE("partner-state", 409, "The partner's status does not allow this"),
    EVALUATION_STATE("evaluation-state", 409, "The evaluation's status does not allow this"),
    EVALUATOR_ASSIGNED("evaluator-assigned", 409, "The evaluator is assigned already"),
    EVALUATOR_CONFLICTED("evaluator-conflicted", 409, "The evaluator declared a conflict of interest"),
    EVALUATIONS_MISSING("evaluations-missing", 409, "Not every review is in"),
    CONSENSUS_MISSING("consensus-missing", 409, "There is no consensus score"),
    TIE_UNDECIDED("tie-undecided", 409, "Equal applications wait for a decision"),
    NOT_TIED("not-tied", 409, "These applications are not equal to the end"),
    MEETING_STATE("meeting-state", 409, "The meeting's status does not allow this"),
    AGENDA_VOTED("agenda-voted", 409, "Votes were cast on this item of the agenda"),
    NO_QUORUM("no-quorum", 409, "The committee has no quorum for this"),
    NOT_CARRIED("not-carried", 409, "The committee did not carry this"),
    CONFLICT_OF_INTEREST("conflict-of-interest", 403, "A declared conflict of interest excludes this"),
    WRONG_BODY("wrong-body", 409, "Another body decides in this call"),
    GRANT_STATE("grant-state", 409, "The grant's status does not allow this"),
    ALREADY_DECIDED("already-decided", 409, "The application is decided already"),
    CONDITIONS_OPEN("conditions-open", 409, "Conditions of the award are not met"),
    CLARIFICATION_STATE("clarification-state", 409, "The question's status does not allow this"),
    CONSULTATION_STATE("consultation-state", 409, "The consultation's status does not allow this"),
    LETTER_NOT_DUE("letter-not-due", 409, "There is nothing to tell by letter"),
    LETTER_INCOMPLETE("letter-incomplete", 409, "The letter would lack something it has to say"),
    NO_REVIEW("no-review", 409, "There is no refusal to be reviewed"),
    REVIEW_STATE("review-state", 409, "The status of the request for review does not allow this");

    private final String code;
    private final int status;
    private final String title;

    CallsProblem(String code, int status, String title) {
        this.code = code;
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
