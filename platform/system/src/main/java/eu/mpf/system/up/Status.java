package eu.mpf.system.up;

import java.nio.file.Path;
import java.util.List;

/** {@code ./mpf status}: what runs, on which port, with how much memory. */
public final class Status {

    private Status() {}

    /** @param arguments the repository, the launcher's process number and the gateway's port */
    public static void main(String[] arguments) {
        long launcher = Long.parseLong(arguments[1]);
        int port = Integer.parseInt(arguments[2]);
        var recorded = new Orphans(new Home(Path.of(arguments[0], ".mpf"))).recorded();
        long total = 0;
        for (var part : recorded.entrySet()) {
            total += print(part.getKey(), part.getValue());
        }
        total += print("identity provider, mail sink and launcher", launcher);
        System.out.printf("%-44s %13d MiB%n", "all", total >> 20);
        System.out.println("The gateway answers at " + Part.GATEWAY.url(port));
    }

    private static long print(String name, long pid) {
        long bytes = ProcessHandle.of(pid).isPresent() ? Memory.resident(List.of(pid), name.equals("postgresql")) : 0;
        System.out.printf("%-30s process %-6d %12d MiB%n", name, pid, bytes >> 20);
        return bytes;
    }
}
