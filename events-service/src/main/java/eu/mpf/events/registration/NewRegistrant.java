package eu.mpf.events.registration;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.events.sql.Json;
import eu.mpf.web.subject.Address;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who registers, as this service keeps it. {@code formVersion} is 0 where nothing was asked. */
record NewRegistrant(
        Address address,
        String hash,
        @Nullable String subject,
        Consent consent,
        int formVersion,
        Map<String, JsonNode> answers) {

    /** As stored: null where nothing was asked. */
    @Nullable
    String storedAnswers() {
        return formVersion == 0 ? null : Json.write(answers);
    }

    @Nullable
    Integer storedFormVersion() {
        return formVersion == 0 ? null : formVersion;
    }
}
