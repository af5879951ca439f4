package eu.mpf.testkit;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;

/** The kinds of problem that the code on the class path has, whether or not somebody has entered them in the catalogue. */
final class Problems {

    private static final String TYPE = "eu.mpf.web.problem.ProblemType";

    private Problems() {}

    static List<String> codes() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("eu.mpf").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(TYPE))
                        .flatMap(Problems::codes)
                        .toList();
    }

    private static Stream<String> codes(JavaClass type) {
        try {
            Class<?> kinds =
                    Class.forName(type.getName(), true, Thread.currentThread().getContextClassLoader());
            var code = kinds.getMethod("code");
            Stream.Builder<String> codes = Stream.builder();
            for (Object kind : kinds.getEnumConstants()) {
                codes.add((String) code.invoke(kind));
            }
            return codes.build();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
