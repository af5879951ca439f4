package eu.mpf.messaging.write;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rows of one table have for one parameter, in their order. */
final class Column {

    /**
     * How a value travels among others.
     *
     * @param type of the elements, by PostgreSQL's name
     * @param cast what makes a parameter of such an element, if it is none yet
     */
    record Kind(String type, String cast) {

        static Kind of(String type) {
            return new Kind(type, "");
        }

        /** An array cannot be the element of another one, so it travels as its text. */
        static Kind ofArrays(String type) {
            return new Kind("text", "::" + type + "[]");
        }
    }

    private final Kind kind;
    private final List<@Nullable Object> values = new ArrayList<>();

    Column(Kind kind) {
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    void add(@Nullable Object value) {
        values.add(value);
    }

    int size() {
        return values.size();
    }

    /** As the array of Java's that the driver sends in binary form, where there is one. */
    @Nullable
    Object[] toArray() {
        return switch (kind.type()) {
            case "text" -> values.toArray(String[]::new);
            case "int" -> values.toArray(Integer[]::new);
            case "bigint" -> values.toArray(Long[]::new);
            case "bytea" -> values.toArray(byte[][]::new);
            default -> values.toArray();
        };
    }
}
