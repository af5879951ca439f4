package eu.mpf.calls.eligibility;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableSet;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Records as CEL structures: their types for the checker, their values as maps for the runtime. */
final class FactTypes implements CelTypeProvider {

    private final Map<String, StructType> structs = new LinkedHashMap<>();

    FactTypes(Class<? extends Record> root) {
        typeOf(root);
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableSet.copyOf(structs.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(structs.get(name));
    }

    CelType typeOf(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? ListType.create(typeOf(arguments[0]))
                    : MapType.create(typeOf(arguments[0]), typeOf(arguments[1]));
        }
        if (type == String.class) {
            return SimpleType.STRING;
        }
        if (type == long.class || type == Long.class) {
            return SimpleType.INT;
        }
        if (type == boolean.class) {
            return SimpleType.BOOL;
        }
        return struct((Class<?>) type);
    }

    private StructType struct(Class<?> type) {
        String name = type.getSimpleName();
        StructType known = structs.get(name);
        if (known != null) {
            return known;
        }
        Map<String, CelType> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.put(component.getName(), typeOf(component.getGenericType()));
        }
        StructType struct = StructType.create(
                name, ImmutableSet.copyOf(fields.keySet()), field -> Optional.ofNullable(fields.get(field)));
        structs.put(name, struct);
        return struct;
    }

    static Object value(Object fact) {
        return switch (fact) {
            case Record facts -> map(facts);
            case List<?> list -> list.stream().map(FactTypes::value).toList();
            default -> fact;
        };
    }

    static Map<String, Object> map(Record facts) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (RecordComponent component : facts.getClass().getRecordComponents()) {
            try {
                values.put(component.getName(), value(component.getAccessor().invoke(facts)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return values;
    }
}
