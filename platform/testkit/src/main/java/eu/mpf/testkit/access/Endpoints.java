package eu.mpf.testkit.access;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads the HTTP methods of resource classes with their access rules. */
final class Endpoints {
    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private Endpoints() {}

    static List<Endpoint> of(String... packages) {
        // Quarkus's class loader shows classes, but not their folders.
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        try {
            return read(new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages(packages));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static List<Endpoint> read(JavaClasses classes) {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith("jakarta.ws.rs.Path"))
                .flatMap(type -> type.getMethods().stream())
                .flatMap(Endpoints::endpoint)
                .sorted(Comparator.comparing(Endpoint::path)
                        .thenComparing(Endpoint::method)
                        .thenComparing(Endpoint::accept))
                .toList();
    }

    private static Stream<Endpoint> endpoint(JavaMethod method) {
        JavaClass type = method.getOwner();
        return METHODS.stream()
                .filter(name -> method.isAnnotatedWith("jakarta.ws.rs." + name))
                .map(name -> new Endpoint(
                        name,
                        path(type, method),
                        roles(type, method),
                        first("Produces", type, method, "application/json"),
                        first("Consumes", type, method, "")));
    }

    private static String path(JavaClass type, JavaMethod method) {
        String path = Stream.of(values("jakarta.ws.rs.Path", type), values("jakarta.ws.rs.Path", method))
                .flatMap(Optional::stream)
                .map(values -> values.getFirst())
                .map(part -> part.replaceAll("^/|/$", ""))
                .filter(part -> !part.isEmpty())
                .reduce("", (before, part) -> before + "/" + part);
        // {id: [0-9a-f-]+} is {id} to a reader
        return path.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*}", "{$1}");
    }

    private static Set<String> roles(JavaClass type, JavaMethod method) {
        for (HasAnnotations<?> place : List.of(method, type)) {
            if (place.isAnnotatedWith("jakarta.annotation.security.PermitAll")) {
                return Set.of();
            }
            Optional<List<String>> roles = values("jakarta.annotation.security.RolesAllowed", place);
            if (roles.isPresent()) {
                return new TreeSet<>(roles.get());
            }
            if (place.isAnnotatedWith("io.quarkus.security.Authenticated")) {
                return Set.of("**");
            }
            if (place.isAnnotatedWith("jakarta.annotation.security.DenyAll")) {
                return Set.of("nobody");
            }
        }
        return Set.of("nobody");
    }

    private static String first(String annotation, JavaClass type, JavaMethod method, String otherwise) {
        return values("jakarta.ws.rs." + annotation, method)
                .or(() -> values("jakarta.ws.rs." + annotation, type))
                .map(values -> values.getFirst().split(";")[0])
                .orElse(otherwise);
    }

    private static Optional<List<String>> values(String annotation, HasAnnotations<?> place) {
        return place.tryGetAnnotationOfType(annotation)
                .flatMap((JavaAnnotation<?> found) -> found.get("value"))
                .map(value -> value instanceof Object[] many
                        ? Arrays.stream(many).map(Object::toString).toList()
                        : List.of(value.toString()));
    }
}
