package eu.mpf.web.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which reads may be answered in several media types, by one method or by several with one path. */
@ApplicationScoped
class Negotiation {
    private final Set<Method> negotiated;

    Negotiation(BeanManager beans) {
        Map<String, Set<String>> offered = new HashMap<>();
        Map<Method, String> reads = new HashMap<>();
        for (var bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            var resource = bean.getBeanClass();
            if (resource.isAnnotationPresent(Path.class)) {
                for (var method : resource.getMethods()) {
                    if (method.isAnnotationPresent(GET.class)) {
                        var path = path(resource) + path(method);
                        reads.put(method, path);
                        offered.computeIfAbsent(path, any -> new HashSet<>()).addAll(types(resource, method));
                    }
                }
            }
        }
        this.negotiated = reads.entrySet().stream()
                .filter(read -> offered.getOrDefault(read.getValue(), Set.of()).size() > 1)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean among(@Nullable Method method) {
        return method != null && negotiated.contains(method);
    }

    /** Whatever its parameters are called. */
    private static String path(AnnotatedElement element) {
        var path = element.getAnnotation(Path.class);
        return path == null ? "" : ("/" + path.value().replaceAll("\\{[^}]*}", "{}")).replaceAll("//+", "/");
    }

    private static Set<String> types(Class<?> resource, Method method) {
        var produces = method.getAnnotation(Produces.class) != null
                ? method.getAnnotation(Produces.class)
                : resource.getAnnotation(Produces.class);
        return produces == null
                ? Set.of()
                : Arrays.stream(produces.value())
                        .map(type -> type.replaceFirst(";.*", ""))
                        .collect(Collectors.toSet());
    }
}
