package eu.mpf.web.page;

import eu.mpf.web.WebConfig;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;

/** Starts a list over a SQL projection. */
@ApplicationScoped
public class Listing {
    private final AgroalDataSource database;
    private final PageTokens tokens;

    Listing(AgroalDataSource database, WebConfig config) {
        this.database = database;
        this.tokens = new PageTokens(config.pageTokenKey());
    }

    /** @param columns what stands between SELECT and FROM; never text from a client */
    public <T> SqlList<T> select(String columns) {
        return new SqlList<>(database, tokens, columns);
    }
}
