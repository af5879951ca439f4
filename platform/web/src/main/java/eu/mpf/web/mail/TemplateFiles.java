package eu.mpf.web.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The templates a service comes with: {@code mail/<name>/<language>.txt}, and their names in {@code mail/index.txt}, since
 * the folders of an archive cannot be listed.
 */
@ApplicationScoped
class TemplateFiles {
    private final Map<String, Optional<TemplateText>> texts = new ConcurrentHashMap<>();

    /** The names of all templates. */
    List<String> names() {
        return read("mail/index.txt").stream()
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .sorted()
                .toList();
    }

    Optional<TemplateText> find(String name, String language) {
        return texts.computeIfAbsent(
                "mail/%s/%s.txt".formatted(name, language),
                path -> read(path).map(text -> TemplateText.ofFile(path, text)));
    }

    private static Optional<String> read(String path) {
        try (var in = Thread.currentThread().getContextClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the template cannot be read: " + path, e);
        }
    }
}
