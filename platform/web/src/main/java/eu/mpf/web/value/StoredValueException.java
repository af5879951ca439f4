package eu.mpf.web.value;

import com.fasterxml.jackson.databind.exc.InvalidFormatException;

/** A value in the database cannot be read as what this release takes it for. */
public final class StoredValueException extends RuntimeException {

    public StoredValueException(Exception cause) {
        super("A stored value cannot be read", cause);
    }

    /** Whether it is well, but one of an enumeration's that only a newer release knows. */
    public boolean isNewer() {
        return getCause() instanceof InvalidFormatException format
                && format.getTargetType() != null
                && format.getTargetType().isEnum();
    }
}
