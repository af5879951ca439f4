package eu.mpf.projects.payment;

import static eu.mpf.projects.ProjectsProblem.RECOVERY_EXCEEDS_PAID;

import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * What was paid, for those who ask it back. As in {@link Accounts}, every change is one conditional statement on the row of
 * the account.
 */
@ApplicationScoped
public class PaidAmounts {

    private final Sql sql;

    PaidAmounts(Sql sql) {
        this.sql = sql;
    }

    /** The amount of a payment, if the project has it and it was paid. */
    public Optional<Money> ofPayment(UUID projectId, UUID paymentId) {
        return sql.first(
                "SELECT amount, currency FROM payment WHERE id = ? AND project_id = ? AND status = 'PAID'",
                row -> new Money(row.getBigDecimal("amount"), row.getString("currency")),
                paymentId,
                projectId);
    }

    /** @throws ProblemException 409 if less is paid and not asked back yet, or in another currency */
    public void askBack(UUID projectId, Money amount) {
        int changed = sql.update("""
                UPDATE project_account SET to_recover = to_recover + ?
                WHERE project_id = ? AND currency = ? AND to_recover + ? <= paid""", amount.amount(), projectId, amount.currency(), amount.amount());
        if (changed == 0) {
            throw new ProblemException(
                    RECOVERY_EXCEEDS_PAID, "No " + amount + " is paid that is not asked back or back already");
        }
    }

    /** What was asked back is back: it counts as paid no more, and may be paid again. */
    public void cameBack(UUID projectId, Money amount) {
        sql.update(
                "UPDATE project_account SET to_recover = to_recover - ?, paid = paid - ?, recovered = recovered + ? WHERE project_id = ?",
                amount.amount(),
                amount.amount(),
                amount.amount(),
                projectId);
    }

    public void askNoMore(UUID projectId, Money amount) {
        sql.update(
                "UPDATE project_account SET to_recover = to_recover - ? WHERE project_id = ?",
                amount.amount(),
                projectId);
    }
}
