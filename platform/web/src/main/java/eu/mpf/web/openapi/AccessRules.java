package eu.mpf.web.openapi;

import io.quarkus.security.Authenticated;
import io.smallrye.openapi.api.models.OperationImpl;
import io.smallrye.openapi.runtime.util.JandexUtil;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Says of every operation who may call it: nobody's token, anybody's, or one with a role, as its annotations say. */
final class AccessRules {
    private static final DotName ROLES = DotName.createSimple(RolesAllowed.class);
    private static final DotName ALL = DotName.createSimple(PermitAll.class);
    private static final DotName SIGNED_IN = DotName.createSimple(Authenticated.class);

    private final Map<String, AnnotationInstance> rules = new HashMap<>();

    AccessRules(IndexView index) {
        for (var name : List.of(ROLES, ALL, SIGNED_IN)) {
            for (var rule : index.getAnnotations(name)) {
                if (rule.target().kind() == AnnotationTarget.Kind.CLASS) {
                    // A method's own annotation wins over its class's.
                    rule.target()
                            .asClass()
                            .methods()
                            .forEach(method -> rules.putIfAbsent(
                                    JandexUtil.createUniqueMethodReference(method.declaringClass(), method), rule));
                }
            }
        }
        for (var name : List.of(ROLES, ALL, SIGNED_IN)) {
            for (var rule : index.getAnnotations(name)) {
                if (rule.target().kind() == AnnotationTarget.Kind.METHOD) {
                    var method = rule.target().asMethod();
                    rules.put(JandexUtil.createUniqueMethodReference(method.declaringClass(), method), rule);
                }
            }
        }
    }

    void addTo(Operation operation) {
        var rule = rules.get(String.valueOf(OperationImpl.getMethodRef(operation)));
        if (rule == null || operation.getSecurity() != null) {
            return;
        }
        operation.addSecurityRequirement(OASFactory.createSecurityRequirement().addScheme("bearer"));
        if (rule.name().equals(ALL)) {
            operation.addSecurityRequirement(OASFactory.createSecurityRequirement());
        } else if (rule.name().equals(ROLES)) {
            var roles = new TreeSet<>(Arrays.asList(rule.value().asStringArray()));
            operation.setDescription(
                    sentence(operation.getDescription()) + "For the roles " + String.join(", ", roles) + ".");
        }
    }

    private static String sentence(@Nullable String description) {
        return description == null || description.isBlank() ? "" : description.strip() + "\n\n";
    }
}
