package eu.mpf.web.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.RestQuery;

/** The query parameters a resource method takes, with the type of a value: its own, its beans' and its class's. */
@ApplicationScoped
class KnownParameters {
    private final Map<Method, Map<String, Class<?>>> byMethod = new ConcurrentHashMap<>();

    Map<String, Class<?>> of(Method method) {
        return byMethod.computeIfAbsent(method, KnownParameters::read);
    }

    private static Map<String, Class<?>> read(Method method) {
        var known = new TreeMap<String, Class<?>>();
        for (Parameter parameter : method.getParameters()) {
            add(parameter, parameter.getName(), parameter.getType(), parameter.getParameterizedType(), known);
        }
        addFields(method.getDeclaringClass(), known);
        return known;
    }

    private static void add(
            AnnotatedElement element, String name, Class<?> type, Type generic, Map<String, Class<?>> known) {
        var query = element.getAnnotation(QueryParam.class);
        if (query != null) {
            known.put(query.value(), ParameterTypes.element(type, generic));
        }
        var rest = element.getAnnotation(RestQuery.class);
        if (rest != null) {
            known.put(rest.value().isEmpty() ? name : rest.value(), ParameterTypes.element(type, generic));
        }
        if (element.isAnnotationPresent(BeanParam.class)) {
            addFields(type, known);
            if (type.isRecord()) {
                for (var part : type.getDeclaredConstructors()[0].getParameters()) {
                    add(part, part.getName(), part.getType(), part.getParameterizedType(), known);
                }
            }
        }
    }

    private static void addFields(Class<?> type, Map<String, Class<?>> known) {
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Field field : c.getDeclaredFields()) {
                add(field, field.getName(), field.getType(), field.getGenericType(), known);
            }
            for (Method setter : c.getDeclaredMethods()) {
                if (setter.getParameterCount() == 1) {
                    add(
                            setter,
                            setter.getName(),
                            setter.getParameterTypes()[0],
                            setter.getGenericParameterTypes()[0],
                            known);
                }
            }
        }
    }
}
