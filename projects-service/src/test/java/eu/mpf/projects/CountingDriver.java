package eu.mpf.projects;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.DriverPropertyInfo;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Logger;

/** PostgreSQL's driver, which also notes every statement that a request sends. */
public final class CountingDriver implements Driver {

    private static final List<String> SENT = new CopyOnWriteArrayList<>();

    private final Driver postgres = new org.postgresql.Driver();

    /** What requests sent while the work was done. */
    public static List<String> during(Runnable work) {
        SENT.clear();
        work.run();
        return List.copyOf(SENT);
    }

    @Override
    public Connection connect(String url, Properties info) throws SQLException {
        Connection connection = postgres.connect(url, info);
        return connection == null ? null : proxy(Connection.class, connection, "");
    }

    /** Jobs share the threads of requests, but nobody has asked for them. */
    private static boolean withinRequest() {
        var container = Arc.container();
        return container != null
                && container.requestContext().isActive()
                && container.instance(CurrentVertxRequest.class).get().getCurrent() != null;
    }

    private static <T> T proxy(Class<T> type, Object target, String prepared) {
        return type.cast(Proxy.newProxyInstance(
                CountingDriver.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    String sql = arguments != null && arguments.length > 0 && arguments[0] instanceof String text
                            ? text
                            : prepared;
                    if (method.getName().startsWith("execute") && withinRequest()) {
                        SENT.add(sql);
                    }
                    try {
                        Object result = method.invoke(target, arguments);
                        return switch (method.getName()) {
                            case "prepareStatement" -> proxy(PreparedStatement.class, result, sql);
                            case "createStatement" -> proxy(Statement.class, result, "");
                            default -> result;
                        };
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    @Override
    public boolean acceptsURL(String url) throws SQLException {
        return postgres.acceptsURL(url);
    }

    @Override
    public DriverPropertyInfo[] getPropertyInfo(String url, Properties info) throws SQLException {
        return postgres.getPropertyInfo(url, info);
    }

    @Override
    public int getMajorVersion() {
        return postgres.getMajorVersion();
    }

    @Override
    public int getMinorVersion() {
        return postgres.getMinorVersion();
    }

    @Override
    public boolean jdbcCompliant() {
        return postgres.jdbcCompliant();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }
}
