package eu.mpf.calls.committee;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member of a meeting, by the subject of the account.
 *
 * @param conflicts applications on which the member neither counts nor votes, nor sees them
 */
public record Member(
        String member, Role role, boolean present, @Nullable String absence, List<UUID> conflicts) {

    boolean countsFor(UUID applicationId) {
        return present && role != Role.OBSERVER && !conflicts.contains(applicationId);
    }

    Member withPresence(boolean here, @Nullable String why) {
        return new Member(member, role, here, here ? null : why, conflicts);
    }

    Member withConflicts(List<UUID> all) {
        return new Member(member, role, present, absence, all);
    }

    Member withConflict(UUID applicationId) {
        List<UUID> all = new ArrayList<>(conflicts);
        if (!all.contains(applicationId)) {
            all.add(applicationId);
        }
        return withConflicts(List.copyOf(all));
    }

    /** What the member is in the meeting; an observer has no vote. */
    public enum Role {
        CHAIR,
        MEMBER,
        OBSERVER
    }
}
