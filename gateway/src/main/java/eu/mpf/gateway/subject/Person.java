package eu.mpf.gateway.subject;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.subject.PersonHash;
import org.jspecify.annotations.Nullable;

/**
 * Who a request is about, named in one of two ways: records of people without an account hold their address, those of
 * people who have signed in hold their account.
 *
 * @param address mail address
 * @param account subject of their tokens
 */
public record Person(@Nullable String address, @Nullable String account) {

    /** @throws ProblemException 400 if neither or both are given, or the address is none */
    String hash(PersonHash hashes) {
        String written = address;
        String subject = account;
        if ((written == null) == (subject == null)) {
            throw ProblemException.invalid("/address", "required", "give either an address or an account");
        }
        return subject != null
                ? hashes.ofSubject(subject.strip())
                : hashes.ofWritten(String.valueOf(written))
                        .orElseThrow(
                                () -> ProblemException.invalid("/address", "invalid", "must be an e-mail address"));
    }
}
