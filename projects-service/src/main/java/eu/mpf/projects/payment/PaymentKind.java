package eu.mpf.projects.payment;

/** What a payment is for. */
public enum PaymentKind {
    /** Float at the start, before any cost was shown. */
    PRE_FINANCING,
    /** On an interim report. */
    INTERIM,
    /** What is left, on the final report; there is one. */
    BALANCE
}
