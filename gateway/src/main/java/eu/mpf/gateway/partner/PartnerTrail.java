package eu.mpf.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.subject.PersonHash;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did what to what partners have set up. An entry stays, and a person may have to go: so instead of a contact's address
 * the trail holds a keyed fingerprint, which shows whether it is another than before, and which differs from one client or
 * webhook to the next. The owner is not named: the entry of the first deed has its actor.
 */
@ApplicationScoped
public class PartnerTrail {

    private final AuditTrail audit;
    private final PersonHash hashes;
    private final ObjectMapper json;

    PartnerTrail(AuditTrail audit, PersonHash hashes, ObjectMapper json) {
        this.audit = audit;
        this.hashes = hashes;
        this.json = json;
    }

    /** As {@link AuditTrail#record}; members {@code contact} and {@code owner} of a state are personal. */
    public void record(
            String action,
            String objectType,
            UUID id,
            @Nullable Object before,
            @Nullable Object after,
            @Nullable String reason) {
        String context = objectType + ":" + id;
        audit.record(action, objectType, id, told(context, before), told(context, after), reason);
    }

    private @Nullable JsonNode told(String context, @Nullable Object state) {
        JsonNode told = state == null ? null : json.valueToTree(state);
        if (told instanceof ObjectNode members) {
            members.remove("owner");
            String contact = members.path("contact").asText();
            if (contact.isEmpty()) {
                members.remove("contact");
            } else {
                members.put("contact", hashes.within(context, contact));
            }
        }
        return told;
    }
}
