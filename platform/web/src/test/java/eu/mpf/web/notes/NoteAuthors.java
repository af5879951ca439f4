package eu.mpf.web.notes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.subject.Accounts;
import eu.mpf.web.subject.LegalBasis;
import eu.mpf.web.subject.PersonalFields;
import eu.mpf.web.subject.Regime;
import eu.mpf.web.subject.RetentionRule;
import eu.mpf.web.subject.SubjectData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;

/** People who write notes, as an aggregate with personal data would treat them. */
@ApplicationScoped
class NoteAuthors implements SubjectData, RetentionRule {
    private final Sql sql;
    private final Accounts accounts;

    NoteAuthors(Sql sql, Accounts accounts) {
        this.sql = sql;
        this.accounts = accounts;
    }

    static class Register {
        @Produces
        @Singleton
        PersonalFields fields() {
            return PersonalFields.none()
                    .purpose(
                            "authorship",
                            LegalBasis.CONSENT,
                            Regime.GDPR,
                            "2 years",
                            "note_author.email",
                            "note_author.person_hash");
        }
    }

    @Override
    public String name() {
        return "authors";
    }

    @Override
    public List<? extends JsonNode> export(String personHash) {
        return sql.list(
                "SELECT email, since FROM note_author WHERE person_hash = ? ORDER BY since",
                row -> JsonNodeFactory.instance
                        .objectNode()
                        .put("email", row.getString(1))
                        .put("since", row.getString(2)),
                personHash);
    }

    @Override
    public Set<String> otherNames(String personHash) {
        return accounts.otherNames(
                personHash,
                "SELECT DISTINCT account, person_hash FROM note_author WHERE account IS NOT NULL AND person_hash IS NOT NULL");
    }

    @Override
    public Erased erase(String personHash) {
        return new Erased(
                sql.update("UPDATE note_author SET email = NULL, person_hash = NULL WHERE person_hash = ?", personHash),
                0);
    }

    @Override
    public String purpose() {
        return "authorship";
    }

    @Override
    public Period period() {
        return Period.ofYears(2);
    }

    @Override
    public int letGo(LocalDate before) {
        return sql.update(
                "UPDATE note_author SET email = NULL, person_hash = NULL WHERE since < ? AND person_hash IS NOT NULL",
                before);
    }
}
