package eu.mpf.gateway.kit;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

/**
 * PostgreSQL and Kafka, one set for this JVM. They live in the system class loader and are reached through the JDK's own
 * types, because Quarkus loads test classes anew.
 */
public final class FeedServers {

    private FeedServers() {}

    public static String bootstrapServers() {
        return (String) servers().get("bootstrapServers");
    }

    /** The development identity provider's {@code iss}. */
    public static String issuer() {
        return (String) servers().get("issuer");
    }

    public static String jwksUrl() {
        return (String) servers().get("jwksUrl");
    }

    /** The database of the testkit, which other tests of this JVM look into. */
    public static String sharedDatabase() {
        return login();
    }

    /** Role and password of every database here; the role owns nothing. */
    public static String login() {
        return (String) servers().get("database");
    }

    /** Who owns every database here; the password is the role's. */
    public static String owner() {
        return (String) servers().get("databaseOwner");
    }

    public static String jdbcUrl(String database) {
        String url = (String) servers().get("jdbcUrl");
        return url.substring(0, url.lastIndexOf('/') + 1) + database;
    }

    /** Creates an empty database and returns its name. */
    public static String newDatabase() {
        String name = "feed_" + UUID.randomUUID().toString().substring(0, 8);
        // the server trusts loopback, its superuser included
        try (Connection connection = DriverManager.getConnection(jdbcUrl("postgres"), "postgres", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + owner());
            return name;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> servers() {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(system);
        try {
            return (Map<String, Object>) system.loadClass("eu.mpf.embedded.TestServers")
                    .getMethod("shared")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the embedded servers did not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
