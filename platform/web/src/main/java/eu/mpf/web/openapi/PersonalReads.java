package eu.mpf.web.openapi;

import eu.mpf.web.security.PersonalData;
import io.smallrye.openapi.api.models.OperationImpl;
import io.smallrye.openapi.runtime.util.JandexUtil;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Marks the operations whose answers hold personal data ({@code x-personal-data}): who reads them is recorded. */
final class PersonalReads {
    private static final String MARK = "x-personal-data";

    private final Set<String> marked = new HashSet<>();

    PersonalReads(IndexView index) {
        for (var mark : index.getAnnotations(PersonalData.class)) {
            var methods = mark.target().kind() == AnnotationTarget.Kind.CLASS
                    ? mark.target().asClass().methods()
                    : List.of(mark.target().asMethod());
            for (MethodInfo method : methods) {
                marked.add(JandexUtil.createUniqueMethodReference(method.declaringClass(), method));
            }
        }
    }

    void addTo(Operation operation) {
        if (marked.contains(String.valueOf(OperationImpl.getMethodRef(operation)))) {
            operation.addExtension(MARK, true);
        }
    }
}
