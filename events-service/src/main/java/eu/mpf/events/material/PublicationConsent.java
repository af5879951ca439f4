package eu.mpf.events.material;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether whoever made a material agrees to its publication. */
@Schema(name = "PublicationConsent")
public enum PublicationConsent {
    ASKED,
    GIVEN,
    REFUSED,
    /** Given once, and taken back: the public no longer has it. */
    WITHDRAWN;

    /** The one table of permitted moves. */
    public Set<PublicationConsent> next() {
        return switch (this) {
            case ASKED -> Set.of(GIVEN, REFUSED);
            case GIVEN -> Set.of(WITHDRAWN);
            case REFUSED, WITHDRAWN -> Set.of(GIVEN);
        };
    }
}
