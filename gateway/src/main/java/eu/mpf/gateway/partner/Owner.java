package eu.mpf.gateway.partner;

import java.util.List;
import java.util.Optional;

/**
 * Who looks after something a partner has set up here: everybody of the same organisation, or one person without one.
 *
 * @param subject of the person's token
 * @param organisation code of the organisation the token names
 * @param roles of the token
 * @param everything whether this is an administrator, who sees what others have set up
 */
public record Owner(String subject, Optional<String> organisation, List<String> roles, boolean everything) {

    /** Whether what belongs to the given organisation or person is this one's. */
    public boolean owns(Optional<String> theirOrganisation, String theirSubject) {
        return everything
                || theirOrganisation
                        .map(code -> organisation.filter(code::equals).isPresent())
                        .orElse(subject.equals(theirSubject));
    }
}
