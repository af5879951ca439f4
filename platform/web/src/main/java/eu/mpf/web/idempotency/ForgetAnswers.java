package eu.mpf.web.idempotency;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;

/** Deletes answers older than 24 hours: the key then stands for a new request. */
@ApplicationScoped
class ForgetAnswers {
    private final AgroalDataSource database;

    ForgetAnswers(AgroalDataSource database) {
        this.database = database;
    }

    @Scheduled(
            identity = "forget-idempotent-answers",
            every = "{mpf.web.idempotency.forget-every}",
            delayed = "1m",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(
                        "DELETE FROM idempotent_answer WHERE created_at < now() - interval '24 hours'")) {
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("old answers cannot be deleted", e);
        }
    }
}
