package eu.mpf.calls.consultation;

/** What may be done to a consultation: the body advises, or the officer needs the advice no longer. */
enum ConsultationCommand {
    ADVISE,
    CANCEL
}
