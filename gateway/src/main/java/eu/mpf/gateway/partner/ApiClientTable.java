package eu.mpf.gateway.partner;

import eu.mpf.gateway.database.Columns;
import eu.mpf.web.sql.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The table of clients. */
@ApplicationScoped
public class ApiClientTable {

    /** For lists too; the alias is {@code c}. */
    public static final String COLUMNS =
            "c.id, c.organisation, c.owner, c.roles, c.name, c.contact, c.scopes, c.status, c.version, c.created_at,"
                    + " c.rate_limit";

    private final Sql sql;

    ApiClientTable(Sql sql) {
        this.sql = sql;
    }

    Optional<ApiClient> find(UUID id) {
        return sql.first("SELECT " + COLUMNS + " FROM api_client c WHERE c.id = ?", ApiClientTable::client, id);
    }

    /** As {@link #find}, and nobody else changes it or its keys until the transaction ends. */
    Optional<ApiClient> lock(UUID id) {
        return sql.first(
                "SELECT " + COLUMNS + " FROM api_client c WHERE c.id = ? FOR UPDATE", ApiClientTable::client, id);
    }

    void insert(ApiClient client) {
        sql.update(
                "INSERT INTO api_client (id, organisation, owner, roles, name, contact, scopes, created_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                client.id(),
                client.organisation().orElse(null),
                client.owner(),
                client.roles(),
                client.name(),
                client.contact(),
                client.scopes(),
                client.createdAt());
    }

    void update(ApiClient client) {
        sql.update(
                "UPDATE api_client SET name = ?, contact = ?, scopes = ?, status = ?, version = ?, rate_limit = ?"
                        + " WHERE id = ?",
                client.name(),
                client.contact(),
                client.scopes(),
                client.status(),
                client.version(),
                client.rateLimit(),
                client.id());
    }

    /** The client in a row of {@link #COLUMNS}. */
    public static ApiClient client(ResultSet row) throws SQLException {
        return new ApiClient(
                row.getObject("id", UUID.class),
                Optional.ofNullable(row.getString("organisation")),
                row.getString("owner"),
                Columns.texts(row, "roles"),
                row.getString("name"),
                row.getString("contact"),
                Columns.texts(row, "scopes"),
                ClientStatus.valueOf(row.getString("status")),
                row.getLong("version"),
                Columns.time(row, "created_at"),
                row.getObject("rate_limit", Integer.class));
    }
}
