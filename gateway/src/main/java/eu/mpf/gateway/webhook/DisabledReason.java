package eu.mpf.gateway.webhook;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Why a webhook is off. */
public enum DisabledReason {
    /** Its owner has switched it off. */
    OWNER,
    /** The endpoint answered 410. */
    GONE,
    /** One event could not be delivered in a whole day of attempts. */
    FAILING,
    /** An administrator has switched it off, and only one switches it on again. */
    ADMINISTRATOR,
    /** It was on, but held up for so long that the change feed has let go of changes it has not seen. */
    GAP;

    /** Rows keep the text: a newer release beside this one may have reasons that this one does not know. */
    public static Optional<DisabledReason> named(@Nullable String text) {
        return Stream.of(values()).filter(reason -> reason.name().equals(text)).findFirst();
    }
}
