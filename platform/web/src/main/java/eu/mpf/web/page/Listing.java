package eu.mpf.web.page;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Starts a list over a SQL projection. */
@ApplicationScoped
public class Listing {
    private final AgroalDataSource database;
    private final PageTokens tokens;

    Listing(AgroalDataSource database, @ConfigProperty(name = "mpf.web.page-token-key") String tokenKey) {
        this.database = database;
        this.tokens = new PageTokens(tokenKey);
    }

    /** @param columns what stands between SELECT and FROM; never text from a client */
    public <T> SqlList<T> select(String columns) {
        return new SqlList<>(database, tokens, columns);
    }
}
