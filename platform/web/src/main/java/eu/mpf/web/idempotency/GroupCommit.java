package eu.mpf.web.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Group commit: requests that wait at this instance are decided together, in one transaction with their kept answers. For
 * an operation marked {@link Idempotent} that many people call in the same second, and whose effects lie so near to each other that one
 * transaction each is mostly round trips and waiting (ADR 22).
 */
@ApplicationScoped
public class GroupCommit {
    /** Classes of SQL states: data that cannot be, and constraints. */
    private static final List<String> FAULTS_OF_VALUES = List.of("22", "23");

    private final TransactionManager transactions;
    private final CurrentRequest current;
    private final Answers answers;

    GroupCommit(TransactionManager transactions, CurrentRequest current, Answers answers) {
        this.transactions = transactions;
        this.current = current;
        this.answers = answers;
    }

    /**
     * A lane of its own.
     *
     * @param decision answers or refuses each, in the group's transaction; for a refused one it changes nothing. What it
     *     throws undoes all, and has each decided alone
     */
    public <A> Lane<A> lane(Consumer<List<Asked<A>>> decision) {
        return new Lane<>(current, group -> decide(group, decision));
    }

    private <A> void decide(List<Asked<A>> group, Consumer<List<Asked<A>>> decision) {
        try {
            inTransaction(group, decision);
        } catch (Undone undone) {
            group.forEach(Asked::forget);
            if (group.size() == 1 || !undone.mayBeOneAlone()) {
                group.forEach(each -> each.refuse(undone.failure()));
            } else {
                group.forEach(each -> decide(List.of(each), decision));
            }
        }
    }

    private <A> void inTransaction(List<Asked<A>> group, Consumer<List<Asked<A>>> decision) {
        boolean committing = false;
        try {
            transactions.begin();
            answers.find(group);
            List<Asked<A>> open =
                    group.stream().filter(each -> !each.isDecided()).toList();
            if (!open.isEmpty()) {
                decision.accept(open);
                open.forEach(this::keep);
                answers.surfaceDeferredFailures();
            }
            committing = true;
            transactions.commit();
        } catch (Exception e) {
            throw new Undone(e, committing);
        } finally {
            rollBackIfOpen();
        }
    }

    private <A> void keep(Asked<A> asked) {
        Response answer = asked.answer();
        if (answer != null && asked.scope() != null && answer.getStatus() < 400) {
            asked.answer(answers.keep(asked.scope(), asked.hash(), answer));
        }
    }

    private void rollBackIfOpen() {
        try {
            if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transactions.rollback();
            }
        } catch (SystemException e) {
            throw new IllegalStateException("cannot roll back", e);
        }
    }

    /**
     * Whether one of a group may have spoilt it for the others, by what it asked. A database that is away, or slow, is not
     * asked again for each.
     */
    static boolean mayBeOneAlone(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && !isFaultOfValues(refused.getSQLState())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isFaultOfValues(@Nullable String state) {
        return state != null && FAULTS_OF_VALUES.contains(state.substring(0, 2));
    }

    /** A group of which nothing stays. */
    private static final class Undone extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final boolean committing;

        Undone(Exception cause, boolean committing) {
            super(cause);
            this.committing = committing;
        }

        /** Whether each is to be decided alone; of a commit that failed nobody knows whether it was done. */
        boolean mayBeOneAlone() {
            return !committing && GroupCommit.mayBeOneAlone(getCause());
        }

        RuntimeException failure() {
            return getCause() instanceof RuntimeException failure
                    ? failure
                    : new IllegalStateException("the group's transaction failed", getCause());
        }
    }
}
