package eu.mpf.web.subject;

import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the account a request is about. Requests name it by its hash and most columns hold it as it is: there are as many
 * accounts as people who work with the platform, so that hashing them all is cheap, and nothing more need be stored.
 */
@ApplicationScoped
public class Accounts {
    private final Sql sql;
    private final PersonHash hashes;

    Accounts(Sql sql, PersonHash hashes) {
        this.sql = sql;
        this.hashes = hashes;
    }

    /** The account of this hash, if the column holds it. Table and column come from code, never from a request. */
    public Optional<String> in(String table, String column, String personHash) {
        return sql
                .list(
                        "SELECT DISTINCT %2$s FROM %1$s WHERE %2$s IS NOT NULL".formatted(table, column),
                        row -> row.getString(1))
                .stream()
                .filter(account -> hashes.ofSubject(account).equals(personHash))
                .findFirst();
    }

    /**
     * The other names of a person in records that hold an account together with the hash of the address its token told.
     * An address that several accounts have is a mailbox they share, and proves nothing.
     *
     * @param pairs selects account and hash of the address
     */
    public Set<String> otherNames(String personHash, String pairs) {
        Map<String, Set<String>> accounts = new TreeMap<>();
        sql.list(pairs, row -> Map.entry(row.getString(2), hashes.ofSubject(row.getString(1))))
                .forEach(pair -> accounts.computeIfAbsent(pair.getKey(), address -> new TreeSet<>())
                        .add(pair.getValue()));
        var others = new TreeSet<String>();
        accounts.forEach((address, known) -> {
            if (known.size() == 1 && known.contains(personHash)) {
                others.add(address);
            } else if (known.size() == 1 && address.equals(personHash)) {
                others.addAll(known);
            }
        });
        return others;
    }
}
