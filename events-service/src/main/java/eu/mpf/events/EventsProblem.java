package eu.mpf.events;

import eu.mpf.web.problem.ProblemType;
import java.util.Locale;

/** This service's part of the catalogue of problems. */
public enum EventsProblem implements ProblemType {
    KEY_TAKEN(409, "The key is used already"),
    PROGRAMME_FULL(409, "The programme has as many parts as it can have"),
    STEP_NOT_POSSIBLE(409, "This step is not possible in the present state"),
    USE_RESCHEDULE(409, "A published event is moved with the verb reschedule"),
    OUTSIDE_EVENT(409, "Something of the event would lie outside of it"),
    REGISTRATION_CLOSED(409, "Registration is not open"),
    INVITATION_ONLY(409, "Only invited people may register for now"),
    ALREADY_INVITED(409, "These people are invited already"),
    FORM_CHANGED(409, "The registration form was changed in the meantime"),
    CHECK_IN_OTHER_EVENT(409, "The code is for another event"),
    JOIN_LINK_NOT_YET(409, "The session cannot be joined yet"),
    NOT_ATTENDED(409, "There is nothing to certify"),
    ALREADY_REGISTERED(409, "This address is registered already"),
    OFFER_LAPSED(409, "The offer of a seat has lapsed"),
    CAPACITY_BELOW_TAKEN(409, "More seats are taken than the new capacity"),
    REFERENCE_UNKNOWN(409, "The reference is not known to this service yet"),
    EXERCISE_NOT_OPEN(409, "The positioning exercise is not open"),
    NOT_YOUR_PROJECT(403, "The caller's organisation does not lead this project"),
    FEEDBACK_NOT_OPEN(409, "Feedback on this session is not taken now"),
    FEEDBACK_GIVEN(409, "This attendee has given feedback on this session already");

    private final int status;
    private final String title;

    EventsProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
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
