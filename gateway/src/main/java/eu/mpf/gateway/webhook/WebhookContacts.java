package eu.mpf.gateway.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.gateway.subject.ContactTable;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** People who registered a webhook, or whose address is told when it is switched off. */
@ApplicationScoped
class WebhookContacts implements SubjectData {

    private final ContactTable table;

    WebhookContacts(Sql sql, PersonHash hashes) {
        this.table = new ContactTable(sql, hashes, "webhook", "url");
    }

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return table.export(personHash);
    }

    @Override
    public Erased erase(String personHash) {
        return table.erase(personHash);
    }
}
