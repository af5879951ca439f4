package eu.mpf.events.registration;

import eu.mpf.web.problem.ProblemException;
import java.util.function.Supplier;

/** Somebody who registers and waits to hear what came of it. */
public interface Registering {
    RegistrationRequest request();

    /** Does what is to be done in this one's name, and answers with what came of it. */
    void serve(Supplier<Registered> work);

    /** Nothing is done for this one. */
    void refuse(ProblemException problem);
}
