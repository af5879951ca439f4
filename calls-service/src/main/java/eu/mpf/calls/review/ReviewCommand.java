package eu.mpf.calls.review;

/** What may be done to a request for review: by who examines it, or, to take it back, by the applicant. */
public enum ReviewCommand {
    UPHOLD,
    OVERTURN,
    DISMISS,
    WITHDRAW
}
