package eu.mpf.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What is told to the transaction manager, whatever happens to the work. */
class TransactionsTest {
    private final List<String> told = new ArrayList<>();
    private final Map<String, Exception> failing = new HashMap<>();
    private int status = Status.STATUS_ACTIVE;

    private final Transactions transactions = new Transactions(
            recording(TransactionManager.class, Map.of()),
            recording(DataSource.class, Map.of("getConnection", recording(Connection.class, Map.of()))));

    private <T> T recording(Class<T> type, Map<String, Object> answers) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, values) -> {
                    if (method.getName().equals("getStatus")) {
                        return status;
                    }
                    told.add(method.getName());
                    Exception failure = failing.get(method.getName());
                    if (failure != null) {
                        throw failure;
                    }
                    return answers.get(method.getName());
                }));
    }

    @Test
    void whatIsDoneIsCommittedAfterItsConnectionIsGivenBack() {
        String result = transactions.run(connection -> "done");
        assertThat(result).isEqualTo("done");
        assertThat(told).containsExactly("begin", "getConnection", "close", "commit");
    }

    @Test
    void whatFailsIsRolledBack() {
        assertThatThrownBy(() -> transactions.run(connection -> {
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(told).containsExactly("begin", "getConnection", "close", "rollback");
        told.clear();
        assertThatThrownBy(() -> transactions.run(connection -> {
                    throw new SQLException("refused");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the transaction failed: refused");
        assertThat(told).containsExactly("begin", "getConnection", "close", "rollback");
    }

    @Test
    void aTransactionThatHasEndedIsNotRolledBack() {
        status = Status.STATUS_NO_TRANSACTION;
        assertThatThrownBy(() -> transactions.run(connection -> {
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(told).containsExactly("begin", "getConnection", "close");
    }

    @Test
    void aCommitThatFailsIsAFailureAndNotRolledBackOnceMore() {
        failing.put("commit", new RollbackException("too late"));
        assertThatThrownBy(() -> transactions.run(connection -> "done"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the transaction failed: too late");
        assertThat(told).containsExactly("begin", "getConnection", "close", "commit");
    }

    @Test
    void withoutATransactionNothingIsDone() {
        failing.put("begin", new SystemException("no more"));
        assertThatThrownBy(() -> transactions.run(connection -> "done"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no transaction to be had");
        assertThat(told).containsExactly("begin");
    }

    @Test
    void aRollbackThatFailsIsToldAsWell() {
        failing.put("rollback", new SystemException("no more"));
        assertThatThrownBy(() -> transactions.run(connection -> {
                    throw new IllegalArgumentException("on purpose");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("cannot roll back");
    }
}
