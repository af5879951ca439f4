package eu.mpf.system.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * As many requests as fit, from a fixed number of connections, by wrk.
 *
 * @param requests answered
 * @param rate a second
 */
record Wrk(long requests, double rate) {

    private static final Path PROGRAM = Path.of("/usr/bin/wrk");
    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests in");
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([\\d.]+)");
    private static final Pattern WRONG = Pattern.compile("Non-2xx or 3xx responses: (\\d+)|Socket errors: (.*)");

    static boolean isInstalled() {
        return Files.isExecutable(PROGRAM);
    }

    /** @throws IllegalStateException if a request failed or was refused: its cost would not be that of an answer */
    static Wrk run(String url, @Nullable String token, int connections, int seconds)
            throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(PROGRAM.toString(), "-t1", "-c" + connections, "-d" + seconds + "s"));
        if (token != null) {
            command.addAll(List.of("-H", "Authorization: Bearer " + token));
        }
        command.add(url);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String report = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        Matcher requests = REQUESTS.matcher(report);
        Matcher rate = RATE.matcher(report);
        if (code != 0 || WRONG.matcher(report).find() || !requests.find() || !rate.find()) {
            throw new IllegalStateException(url + " was not answered in full:\n" + report);
        }
        return new Wrk(Long.parseLong(requests.group(1)), Double.parseDouble(rate.group(1)));
    }
}
