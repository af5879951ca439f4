package eu.mpf.events.registration;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.subject.Address;

/** An address as somebody wrote it into a request. */
public final class WrittenAddress {
    private WrittenAddress() {}

    /** @throws ProblemException 400 that points to the field */
    public static Address in(String written, String pointer) {
        try {
            return Address.of(written);
        } catch (IllegalArgumentException e) {
            throw ProblemException.invalid(pointer, "not-an-address", "is not a mail address");
        }
    }
}
