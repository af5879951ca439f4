package eu.mpf.gateway.partner;

import eu.mpf.gateway.problem.GatewayProblem;
import eu.mpf.web.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A program of a partner.
 *
 * @param organisation code of the organisation it acts for, its owner's
 * @param owner subject of who registered it
 * @param roles what its keys may be to the services: those of its owner that a program can have
 * @param contact address for notices, best a functional mailbox; empty once the person behind it was erased
 * @param scopes the most a key of it may do
 * @param rateLimit requests it may make in a window; the usual number where no administrator has said another
 */
public record ApiClient(
        UUID id,
        Optional<String> organisation,
        String owner,
        List<String> roles,
        String name,
        String contact,
        List<String> scopes,
        ClientStatus status,
        long version,
        Instant createdAt,
        @Nullable Integer rateLimit) {

    /** With other details; keys keep the scopes they were given. */
    public ApiClient revised(String newName, String newContact, List<String> newScopes) {
        requireActive();
        return new ApiClient(
                id,
                organisation,
                owner,
                roles,
                newName,
                newContact,
                newScopes,
                status,
                version + 1,
                createdAt,
                rateLimit);
    }

    /** Ends it for good; all its keys end with it. */
    public ApiClient closed() {
        requireActive();
        return with(ClientStatus.CLOSED, rateLimit);
    }

    /** With a limit of its own, or with the usual one again. */
    public ApiClient limited(@Nullable Integer requests) {
        requireActive();
        return with(status, requests);
    }

    private ApiClient with(ClientStatus newStatus, @Nullable Integer newLimit) {
        return new ApiClient(
                id, organisation, owner, roles, name, contact, scopes, newStatus, version + 1, createdAt, newLimit);
    }

    /** @throws ProblemException 409 if it is closed */
    public void requireActive() {
        if (status == ClientStatus.CLOSED) {
            throw new ProblemException(GatewayProblem.CLIENT_CLOSED, "A closed client neither changes nor has keys.");
        }
    }
}
