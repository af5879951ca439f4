package eu.mpf.gateway.partner;

import com.fasterxml.jackson.databind.JsonNode;
import eu.mpf.gateway.subject.ContactTable;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.PersonHash;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** People who registered a program of a partner, or whose address is named for notices about it. */
@ApplicationScoped
class ClientContacts implements SubjectData {

    private final ContactTable table;

    ClientContacts(Sql sql, PersonHash hashes) {
        this.table = new ContactTable(sql, hashes, "api_client", "name");
    }

    @Override
    public String name() {
        return "api-clients";
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
