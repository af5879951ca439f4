package eu.mpf.projects.payment;

import static eu.mpf.projects.ProjectsProblem.COMMITMENT_EXCEEDED;
import static eu.mpf.projects.ProjectsProblem.COMMITMENT_IN_USE;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * The balance row of each contracted project. Every change is one conditional statement on it: two at once wait for each
 * other on the row, and the second sees what the first left.
 */
@ApplicationScoped
class Accounts {

    private final Sql sql;

    Accounts(Sql sql) {
        this.sql = sql;
    }

    Optional<AccountView> find(UUID projectId) {
        return sql.first(
                "SELECT * FROM project_account WHERE project_id = ?",
                row -> {
                    String currency = row.getString("currency");
                    Money committed = new Money(row.getBigDecimal("committed"), currency);
                    Money approved = new Money(row.getBigDecimal("approved"), currency);
                    // The column holds what did not come back: against that the rules of the account are kept.
                    Money net = new Money(row.getBigDecimal("paid"), currency);
                    Money recovered = new Money(row.getBigDecimal("recovered"), currency);
                    return new AccountView(
                            projectId,
                            committed,
                            approved,
                            net.plus(recovered),
                            recovered,
                            net,
                            new Money(row.getBigDecimal("to_recover"), currency),
                            committed.minus(approved).minus(net));
                },
                projectId);
    }

    /** Follows the contract. @throws ProblemException 409 if more than the new amount is approved or paid */
    void commit(UUID projectId, Money amount) {
        int changed = sql.update("""
                INSERT INTO project_account (project_id, currency, committed) VALUES (?, ?, ?)
                ON CONFLICT (project_id) DO UPDATE SET currency = excluded.currency, committed = excluded.committed
                WHERE project_account.approved + project_account.paid <= excluded.committed
                  AND (project_account.currency = excluded.currency OR project_account.approved + project_account.paid = 0)""", projectId, amount.currency(), amount.amount());
        if (changed == 0) {
            throw new ProblemException(
                    COMMITMENT_IN_USE, "More than " + amount + " is approved or paid, or in another currency");
        }
    }

    /** What was committed is not known any more. @throws ProblemException 409 if something of it is approved or paid */
    void forget(UUID projectId) {
        sql.update("""
                DELETE FROM project_account a WHERE project_id = ? AND approved + paid = 0
                  AND NOT EXISTS (SELECT 1 FROM payment WHERE project_id = a.project_id)""", projectId);
        if (find(projectId).isPresent()) {
            throw new ProblemException(COMMITMENT_IN_USE, "Payments were asked for against the known EU share");
        }
    }

    /** @throws ProblemException 409 if less than the amount is free */
    void approve(UUID projectId, Money amount) {
        int changed = sql.update("""
                UPDATE project_account SET approved = approved + ?
                WHERE project_id = ? AND approved + paid + ? <= committed""", amount.amount(), projectId, amount.amount());
        if (changed == 0) {
            throw new ProblemException(
                    COMMITMENT_EXCEEDED,
                    "Free is " + find(projectId).map(AccountView::free).orElse(null) + ", less than " + amount);
        }
    }

    void pay(UUID projectId, Money amount) {
        sql.update(
                "UPDATE project_account SET approved = approved - ?, paid = paid + ? WHERE project_id = ?",
                amount.amount(),
                amount.amount(),
                projectId);
    }

    void release(UUID projectId, Money amount) {
        sql.update(
                "UPDATE project_account SET approved = approved - ? WHERE project_id = ?", amount.amount(), projectId);
    }
}
