package eu.mpf.web;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** PostgreSQL, a key set of the identity provider, a mail server and a virus scanner, once per run. */
public class TestServers implements QuarkusTestResourceLifecycleManager {
    private static final int MAIL_PORT = freePort();
    static final GreenMail MAIL = new GreenMail(new ServerSetup(MAIL_PORT, "127.0.0.1", "smtp"));
    static final FakeClamd CLAMD = new FakeClamd();
    static final RefusingSmtp SMTP = new RefusingSmtp(MAIL_PORT);
    private static EmbeddedPostgres postgres;
    private static HttpServer keys;

    /** A fixed one, so that the server is found again after a restart. */
    private static int freePort() {
        try (var socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder().start();
            keys = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            serve("/mpf/jwks", TestTokens.jwks());
            serve("/gateway/jwks", TestTokens.gatewayJwks());
            keys.start();
            MAIL.start();
            TestTokens.issuer = "http://127.0.0.1:" + keys.getAddress().getPort() + "/mpf";
            return Map.of(
                    "quarkus.datasource.jdbc.url",
                    postgres.getJdbcUrl("postgres", "postgres"),
                    "quarkus.datasource.username",
                    "postgres",
                    "quarkus.datasource.password",
                    "postgres",
                    "mpf.identity.issuer",
                    TestTokens.issuer,
                    "mpf.identity.gateway-issuer",
                    TestTokens.gatewayIssuer(),
                    "mpf.identity.gateway-jwks-url",
                    TestTokens.gatewayIssuer() + "/jwks",
                    "mpf.mail.host",
                    "127.0.0.1",
                    "mpf.mail.port",
                    Integer.toString(SMTP.port()),
                    "mpf.file.scanner-host",
                    "127.0.0.1",
                    "mpf.file.scanner-port",
                    Integer.toString(CLAMD.port()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void serve(String path, String keySet) {
        keys.createContext(path, exchange -> {
            var body = keySet.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Override
    public void stop() {
        MAIL.stop();
        keys.stop(0);
        try {
            CLAMD.close();
            SMTP.close();
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
