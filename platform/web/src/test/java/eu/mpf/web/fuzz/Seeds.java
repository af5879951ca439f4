package eu.mpf.web.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The inputs a fuzzer begins with, and those on which a parser once failed: {@code src/test/resources/fuzz/<target>}. */
public final class Seeds {
    private Seeds() {}

    /** Tries each. */
    public static int each(Class<?> target, Mutations.Target parser) throws Exception {
        List<Path> seeds = list(target);
        for (Path seed : seeds) {
            parser.accept(Files.readAllBytes(seed));
        }
        return seeds.size();
    }

    private static List<Path> list(Class<?> target) throws IOException {
        try (var files = Files.list(Path.of("src/test/resources/fuzz", target.getSimpleName()))) {
            return files.sorted().toList();
        }
    }
}
