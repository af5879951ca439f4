package eu.mpf.projects.organisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

@ApplicationScoped
class OrganisationRepository implements PanacheRepositoryBase<Organisation, UUID> {

    Optional<Organisation> byCode(String code) {
        return find("code", code).firstResultOptional();
    }

    /** The codes of a body and of all that came after it. */
    Set<String> heirs(String code) {
        return codes("""
                WITH RECURSIVE heir(code, succeeded_by) AS (
                    SELECT code, succeeded_by FROM organisation WHERE code = :code
                    UNION SELECT o.code, o.succeeded_by FROM organisation o JOIN heir h ON o.code = h.succeeded_by)
                SELECT code FROM heir""", code);
    }

    /** The codes of all bodies whose work a body carries on. */
    Set<String> ancestors(String code) {
        return codes("""
                WITH RECURSIVE ancestor(code) AS (
                    SELECT code FROM organisation WHERE succeeded_by = :code OR merged_into = :code
                    UNION SELECT o.code FROM organisation o JOIN ancestor a ON o.succeeded_by = a.code)
                SELECT code FROM ancestor""", code);
    }

    /** By code, all names of each of these bodies. */
    Map<String, String> searchTexts(Collection<String> wanted) {
        if (wanted.isEmpty()) {
            return Map.of();
        }
        return getEntityManager()
                .createQuery("select o.code, o.searchText from Organisation o where o.code in :codes", Object[].class)
                .setParameter("codes", wanted)
                .getResultStream()
                .collect(Collectors.toMap(row -> (String) row[0], row -> (String) row[1]));
    }

    private Set<String> codes(String sql, String code) {
        @SuppressWarnings("unchecked")
        List<String> rows = getEntityManager()
                .createNativeQuery(sql, String.class)
                .setParameter("code", code)
                .getResultList();
        return Set.copyOf(rows);
    }
}
