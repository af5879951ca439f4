package eu.mpf.calls.eligibility;

import com.google.common.collect.ImmutableCollection;
import com.google.common.collect.ImmutableMap;
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

    private final ImmutableMap<String, StructType> structs;

    FactTypes(Class<? extends Record> root) {
        Map<String, StructType> found = new LinkedHashMap<>();
        typeOf(root, found);
        this.structs = ImmutableMap.copyOf(found);
    }

    @Override
    public ImmutableCollection<CelType> types() {
        return ImmutableSet.copyOf(structs.values());
    }

    @Override
    public Optional<CelType> findType(String name) {
        return Optional.ofNullable(structs.get(name));
    }

    private static CelType typeOf(Type type, Map<String, StructType> found) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return generic.getRawType() == List.class
                    ? ListType.create(typeOf(arguments[0], found))
                    : MapType.create(typeOf(arguments[0], found), typeOf(arguments[1], found));
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
        return struct((Class<?>) type, found);
    }

    private static StructType struct(Class<?> type, Map<String, StructType> found) {
        String name = type.getSimpleName();
        StructType known = found.get(name);
        if (known != null) {
            return known;
        }
        Map<String, CelType> fields = new LinkedHashMap<>();
        for (RecordComponent component : type.getRecordComponents()) {
            fields.put(component.getName(), typeOf(component.getGenericType(), found));
        }
        ImmutableMap<String, CelType> fixed = ImmutableMap.copyOf(fields);
        StructType struct = StructType.create(name, fixed.keySet(), field -> Optional.ofNullable(fixed.get(field)));
        found.put(name, struct);
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
