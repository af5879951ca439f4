package eu.mpf.system.bench;

import eu.mpf.embedded.Child;
import eu.mpf.embedded.Ports;
import eu.mpf.embedded.Reaper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** An nginx of our own on loopback, as service or as reverse proxy; the distribution's configuration is not read. */
final class Nginx implements AutoCloseable {

    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final String MAIN = """
            %s
            worker_processes auto;
            worker_rlimit_nofile 8192;
            daemon off;
            pid %2$s/nginx.pid;
            error_log stderr warn;
            events { worker_connections 4096; }
            http {
              access_log off;
              client_body_temp_path %2$s/body;
              proxy_temp_path %2$s/proxy;
              fastcgi_temp_path %2$s/fastcgi;
              uwsgi_temp_path %2$s/uwsgi;
              scgi_temp_path %2$s/scgi;
              sendfile on;
              tcp_nopush on;
              tcp_nodelay on;
              keepalive_requests 1000000000;
              keepalive_timeout 75s;
              types {}
              default_type application/json;
              open_file_cache max=16;
              open_file_cache_valid 60s;
            %3$s
            }
            """;

    private static final String FILES = """
            server {
              listen 127.0.0.1:%d;
              root %s;
            }
            """;

    /** As nginx's documentation recommends for proxying with kept connections; a body never goes to the disk. */
    private static final String PROXY = """
            upstream service { server %s; keepalive 128; keepalive_requests 1000000000; }
            server {
              listen 127.0.0.1:%d;
              location / {
                proxy_pass http://service;
                proxy_http_version 1.1;
                proxy_set_header Connection "";
                proxy_set_header Host $host;
                proxy_buffers 16 64k;
                proxy_buffer_size 16k;
                proxy_max_temp_file_size 0;
              }
            }
            """;

    private final Child process;
    private final int port;

    private Nginx(Child process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** Serves the files of a directory. */
    static Nginx files(Path directory, Path scratch, Reaper reaper) throws IOException {
        int port = Ports.free();
        return start("nginx-service", FILES.formatted(port, directory), port, scratch, reaper);
    }

    /** Forwards everything. */
    static Nginx proxy(int service, Path scratch, Reaper reaper) throws IOException {
        int port = Ports.free();
        return start("nginx-proxy", PROXY.formatted("127.0.0.1:" + service, port), port, scratch, reaper);
    }

    private static Nginx start(String name, String servers, int port, Path scratch, Reaper reaper) throws IOException {
        Path home = Files.createDirectories(scratch.resolve(name));
        String user = System.getProperty("user.name");
        Path configuration = Files.writeString(
                home.resolve("nginx.conf"), MAIN.formatted(user.equals("root") ? "user root;" : "", home, servers));
        Child process = Child.start(
                name,
                List.of(PROGRAM.toString(), "-p", home.toString(), "-c", configuration.toString(), "-e", "stderr"),
                Map.of(),
                home.resolve("nginx.log"),
                reaper);
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (Ports.isFree(port)) {
            process.requireAlive();
            if (System.nanoTime() > giveUp) {
                throw new IllegalStateException(name + " does not listen");
            }
            Thread.onSpinWait();
        }
        return new Nginx(process, port);
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.stop(PATIENCE);
    }
}
