package eu.mpf.web.subject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;

/** What one aggregate of a service holds of people. Implemented as a bean in the aggregate's package; one per aggregate. */
public interface SubjectData {

    /**
     * What was erased.
     *
     * @param erased records that no longer say whose they are; what counts in figures stays
     * @param kept records that must stay as they are, by law or by contract
     */
    record Erased(int erased, int kept) {}

    /** Names the kind of record in exports and counts, for example {@code registrations}. */
    String name();

    /** Everything held of this person, as they may read it; empty if nothing is. In the caller's transaction. */
    List<? extends JsonNode> export(String personHash);

    /** Erases this person, in the caller's transaction. Done twice it finds nothing the second time. */
    Erased erase(String personHash);

    /**
     * Hashes of other names of this person which records of this aggregate prove: the address of an account, the account
     * of an address. None where a record may have been made for somebody else, or where several people share an address.
     */
    default Set<String> otherNames(String personHash) {
        return Set.of();
    }

    /** Whether this part is erased after all others, as their erasure may give occasion for more of it. */
    default boolean isLast() {
        return false;
    }
}
