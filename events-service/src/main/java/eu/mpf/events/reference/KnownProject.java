package eu.mpf.events.reference;

import eu.mpf.web.value.LocalizedText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A project as projects-service last told it.
 *
 * @param lead code of the leading organisation
 * @param partners codes of the partner organisations
 */
public record KnownProject(
        String code,
        String id,
        LocalizedText title,
        @Nullable String acronym,
        @Nullable String lead,
        List<String> partners) {

    /** Whether a body of this code speaks for the project. */
    public boolean isOf(String organisation) {
        return organisation.equals(lead) || partners.contains(organisation);
    }
}
