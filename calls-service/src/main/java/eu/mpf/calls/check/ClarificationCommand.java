package eu.mpf.calls.check;

/** What may be done to a question: the applicant answers it, or the officer goes on without. */
enum ClarificationCommand {
    ANSWER,
    LAPSE
}
