package eu.mpf.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A PostgreSQL 18 server on loopback; it belongs to this JVM and ends with it. */
public final class PostgresServer {

    private static final String SUPERUSER = "postgres";

    private final PostgresTools tools;
    private final Path data;
    private final int port;
    private final long pid;
    private final Reaper reaper;

    private PostgresServer(PostgresTools tools, Path data, int port, long pid, Reaper reaper) {
        this.tools = tools;
        this.data = data;
        this.port = port;
        this.pid = pid;
        this.reaper = reaper;
    }

    /**
     * Starts a server that keeps what was committed, on a directory that is created by the first start.
     *
     * @param data the cluster's directory; a {@code postmaster.pid} left by a killed run is PostgreSQL's own business
     */
    public static PostgresServer durable(Path data, int port, Path log, Reaper reaper) {
        return durable(data, port, log, reaper, List.of());
    }

    /** As above, with more settings of the form {@code name=value}, none of which makes it forget. */
    public static PostgresServer durable(Path data, int port, Path log, Reaper reaper, List<String> more) {
        var settings = new ArrayList<>(List.of("-c", "max_connections=60"));
        more.forEach(setting -> settings.addAll(List.of("-c", setting)));
        return start(data, port, log, reaper, "INT", settings);
    }

    /** Starts an empty server that forgets: no waiting for the disk, ended without a checkpoint. */
    public static PostgresServer forgetful(Path data, int port, Path log, Reaper reaper) {
        return start(
                data,
                port,
                log,
                reaper,
                "QUIT",
                List.of(
                        "-c",
                        "max_connections=100",
                        "-c",
                        "fsync=off",
                        "-c",
                        "synchronous_commit=off",
                        "-c",
                        "full_page_writes=off"));
    }

    private static PostgresServer start(
            Path data, int port, Path log, Reaper reaper, String endSignal, List<String> settings) {
        var tools = new PostgresTools(PostgresBinaries.directory());
        try {
            if (!Files.isDirectory(data)) {
                tools.createCluster(data);
            }
            tools.startServer(data, port, log, settings);
            long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            reaper.watch(pid, endSignal);
            return new PostgresServer(tools, data, port, pid, reaper);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start PostgreSQL in " + data, e);
        }
    }

    public long pid() {
        return pid;
    }

    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /**
     * Who owns the tables of a service's database and migrates them; the service works with a role of its own.
     *
     * @param name of the database
     */
    public static String owner(String name) {
        return name + "_owner";
    }

    /**
     * Creates the database of one service, its owner and the role of the service, which has the database's name, unless
     * they exist. What the service's role owned before there was an owner becomes the owner's.
     */
    public void ensureDatabase(String name, String password) {
        String owner = owner(name);
        try (var connection = superuser("postgres");
                var statement = connection.createStatement()) {
            for (String role : List.of(name, owner)) {
                if (missing(statement, "pg_roles WHERE rolname", role)) {
                    statement.execute("CREATE ROLE " + role + " LOGIN PASSWORD '" + password + "'");
                }
            }
            statement.execute(
                    "GRANT " + name + " TO " + owner); // whoever looks as the owner sees what the service does
            if (missing(statement, "pg_database WHERE datname", name)) {
                statement.execute("CREATE DATABASE " + name + " OWNER " + owner);
            } else if (missing(statement, "pg_database WHERE datdba = '" + owner + "'::regrole AND datname", name)) {
                handOver(name, owner);
                statement.execute("ALTER DATABASE " + name + " OWNER TO " + owner);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("cannot create database " + name, e);
        }
    }

    private void handOver(String name, String owner) throws SQLException {
        try (var connection = superuser(name);
                var statement = connection.createStatement()) {
            statement.execute("REASSIGN OWNED BY " + name + " TO " + owner);
        }
    }

    private static boolean missing(Statement statement, String condition, String value) throws SQLException {
        try (var row = statement.executeQuery("SELECT 1 FROM " + condition + " = '" + value + "'")) {
            return !row.next();
        }
    }

    private Connection superuser(String database) throws SQLException {
        var login = new Properties();
        login.setProperty("user", SUPERUSER);
        return DriverManager.getConnection(jdbcUrl(database), login);
    }

    /** Ends open transactions, writes a checkpoint and stops. */
    public void stop() {
        tools.stopServer(data);
        reaper.forget(pid);
    }
}
