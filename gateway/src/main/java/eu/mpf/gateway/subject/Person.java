package eu.mpf.gateway.subject;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.subject.PersonHash;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who a request is about: records of people without an account hold their address, those of people who have signed in hold
 * their account, and many hold both.
 *
 * @param address mail address
 * @param account subject of their tokens
 */
public record Person(@Nullable String address, @Nullable String account) {

    /** @throws ProblemException 400 if neither is given, or the address is none */
    Set<String> hashes(PersonHash hashes) {
        Set<String> names = new LinkedHashSet<>();
        if (account != null) {
            names.add(hashes.ofSubject(account.strip()));
        }
        if (address != null) {
            names.add(hashes.ofWritten(address)
                    .orElseThrow(() -> ProblemException.invalid("/address", "invalid", "must be an e-mail address")));
        }
        if (names.isEmpty()) {
            throw ProblemException.invalid("/address", "required", "give an address, an account, or both");
        }
        return names;
    }
}
