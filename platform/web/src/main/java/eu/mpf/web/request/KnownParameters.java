package eu.mpf.web.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters a resource method takes: its own, its beans' and its class's. */
@ApplicationScoped
class KnownParameters {
    private final Map<Method, Set<String>> byMethod = new ConcurrentHashMap<>();

    Set<String> of(Method method) {
        return byMethod.computeIfAbsent(method, KnownParameters::read);
    }

    private static Set<String> read(Method method) {
        var names = new TreeSet<String>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, parameter.getName(), parameter.getType(), names);
        }
        addFields(method.getDeclaringClass(), names);
        return names;
    }

    private static void add(AnnotatedElement element, String name, Class<?> type, Set<String> names) {
        var query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            names.add(query.value());
        }
        var rest = element.getAnnotation(RestQuery.class);
        if (rest != null) {
            names.add(rest.value().isEmpty() ? name : rest.value());
        }
        if (element.isAnnotationPresent(BeanParam.class)) {
            addFields(type, names);
            if (type.isRecord()) {
                for (var parameter : type.getDeclaredConstructors()[0].getParameters()) {
                    add(parameter, parameter.getName(), parameter.getType(), names);
                }
            }
        }
    }

    private static void addFields(Class<?> type, Set<String> names) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                add(field, field.getName(), field.getType(), names);
            }
            for (Method setter : c.getDeclaredMethods()) {
                if (setter.getParameterCount() == 1) {
                    add(setter, setter.getName(), setter.getParameterTypes()[0], names);
                }
            }
        }
    }
}
