package eu.mpf.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * The one set of embedded servers of this JVM. They live in the system class loader and are reached through the JDK's
 * own types, because Quarkus loads this class anew for every test application.
 */
final class Servers {

    private final Map<String, Object> bridge;

    private Servers(Map<String, Object> bridge) {
        this.bridge = bridge;
    }

    /** Starts them on first use. */
    @SuppressWarnings("unchecked")
    static Servers running() {
        ClassLoader system = ClassLoader.getSystemClassLoader();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(system);
        try {
            Class<?> servers = system.loadClass("eu.mpf.embedded.TestServers");
            return new Servers((Map<String, Object>) servers.getMethod("shared").invoke(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the embedded servers did not start", e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    String jdbcUrl() {
        return text("jdbcUrl");
    }

    /** Also the service's role and its password. */
    String database() {
        return text("database");
    }

    /** The role that owns and migrates the tables; its password is that of the service's role. */
    String databaseOwner() {
        return text("databaseOwner");
    }

    String bootstrapServers() {
        return text("bootstrapServers");
    }

    String issuer() {
        return text("issuer");
    }

    String jwksUrl() {
        return text("jwksUrl");
    }

    int mailPort() {
        return (Integer) get("mailPort");
    }

    long brokerPid() {
        return (Long) get("brokerPid");
    }

    @SuppressWarnings("unchecked")
    String sign(Map<String, Object> claims, Duration lifetime) {
        return ((BiFunction<Map<String, Object>, Duration, String>) get("sign")).apply(claims, lifetime);
    }

    @SuppressWarnings("unchecked")
    List<byte[]> messages() {
        return ((Supplier<List<byte[]>>) get("messages")).get();
    }

    void clearMessages() {
        ((Runnable) get("clearMessages")).run();
    }

    private String text(String name) {
        return (String) get(name);
    }

    private Object get(String name) {
        return Objects.requireNonNull(bridge.get(name), name);
    }
}
