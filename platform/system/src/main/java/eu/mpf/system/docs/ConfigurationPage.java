package eu.mpf.system.docs;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Writes {@code docs/configuration.md}: every key of every {@code @ConfigMapping} in the repository, with its type, its
 * default and its Javadoc.
 */
public final class ConfigurationPage {

    private record Key(String name, String type, @Nullable String defaultValue, String meaning) {}

    private ConfigurationPage() {}

    public static void main(String[] args) throws IOException {
        Path root = Path.of(args.length > 0 ? args[0] : ".");
        Files.writeString(root.resolve("docs/configuration.md"), generate(root));
    }

    /** The page as Markdown. */
    public static String generate(Path root) throws IOException {
        List<Path> sources;
        try (Stream<Path> files = Files.walk(root)) {
            sources = files.filter(f -> f.toString().contains("/src/main/java/"))
                    .filter(f -> f.toString().endsWith(".java"))
                    .filter(ConfigurationPage::holdsMapping)
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
        StringBuilder page = new StringBuilder("""
                # Configuration

                Every key of the platform itself, generated from its `@ConfigMapping` interfaces. A key is set in
                `application.properties`, as a system property, or as an environment variable in upper case with `_` for every
                other character. Keys of Quarkus (`quarkus.*`) are described in its own guide. One key stands alone:
                `mpf.public-url` (default `http://127.0.0.1:8080`), the gateway's address as clients see it, for links and problem types.
                """);
        for (Path source : sources) {
            page.append("\n## `").append(prefixedSections(root, source));
        }
        return page.toString();
    }

    private static boolean holdsMapping(Path file) {
        try {
            return Files.readString(file).contains("\n@ConfigMapping(");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String prefixedSections(Path root, Path source) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask)
                    compiler.getTask(null, files, diagnostic -> {}, null, null, files.getJavaFileObjects(source));
            DocTrees docs = DocTrees.instance(task);
            CompilationUnitTree unit = task.parse().iterator().next();
            ClassTree mapping = (ClassTree) unit.getTypeDecls().getFirst();
            String prefix = annotationValue(mapping.getModifiers().getAnnotations(), "ConfigMapping", "prefix")
                    .orElseThrow(() -> new IllegalStateException(source + " has no prefix"));
            List<Key> keys = new ArrayList<>();
            collect(docs, unit, TreePath.getPath(unit, mapping), mapping, prefix, keys);
            StringBuilder section = new StringBuilder(prefix)
                    .append("` (")
                    .append(root.relativize(source).toString().replaceAll("/src/main/java/.*", ""))
                    .append(")\n\n| key | type | default | meaning |\n| --- | --- | --- | --- |\n");
            for (Key key : keys) {
                section.append("| `%s` | %s | %s | %s |%n"
                        .formatted(
                                key.name(),
                                key.type(),
                                key.defaultValue() == null ? "" : "`" + key.defaultValue() + "`",
                                key.meaning()));
            }
            return section.toString();
        }
    }

    private static void collect(
            DocTrees docs, CompilationUnitTree unit, TreePath path, ClassTree type, String prefix, List<Key> keys) {
        for (Tree member : type.getMembers()) {
            if (!(member instanceof MethodTree method) || method.getReturnType() == null) {
                continue;
            }
            String name = prefix + "."
                    + annotationValue(method.getModifiers().getAnnotations(), "WithName", "value")
                            .orElse(kebab(method.getName().toString()));
            Optional<ClassTree> group = nested(type, method.getReturnType().toString());
            if (group.isPresent()) {
                collect(docs, unit, new TreePath(path, group.get()), group.get(), name, keys);
            } else {
                String doc = Optional.ofNullable(docs.getDocComment(new TreePath(path, method)))
                        .orElse("")
                        .strip()
                        .replaceAll("\\s+", " ")
                        .replaceAll("\\{@code ([^}]*)}", "`$1`")
                        .replaceAll("\\{@link #(\\w+)\\(\\)}", "`$1`")
                        .replaceAll("<[^>]+>", "")
                        .replace("|", "\\|");
                keys.add(new Key(
                        name,
                        method.getReturnType().toString().replace("|", "\\|"),
                        annotationValue(method.getModifiers().getAnnotations(), "WithDefault", "value")
                                .orElse(null),
                        doc));
            }
        }
    }

    private static Optional<ClassTree> nested(ClassTree type, String name) {
        return type.getMembers().stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(c -> c.getSimpleName().contentEquals(name) && c.getKind() == Tree.Kind.INTERFACE)
                .findFirst();
    }

    private static Optional<String> annotationValue(
            List<? extends AnnotationTree> annotations, String type, String field) {
        for (AnnotationTree annotation : annotations) {
            if (!annotation.getAnnotationType().toString().endsWith(type)) {
                continue;
            }
            for (ExpressionTree argument : annotation.getArguments()) {
                if (argument instanceof AssignmentTree assignment
                        && assignment.getVariable().toString().equals(field)
                        && assignment.getExpression() instanceof LiteralTree literal) {
                    return Optional.of(String.valueOf(literal.getValue()));
                }
                if (argument instanceof LiteralTree literal && field.equals("value")) {
                    return Optional.of(String.valueOf(literal.getValue()));
                }
            }
        }
        return Optional.empty();
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(java.util.Locale.ROOT);
    }
}
