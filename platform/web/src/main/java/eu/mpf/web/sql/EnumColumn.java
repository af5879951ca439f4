package eu.mpf.web.sql;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;

/** A column that holds names of constants: read by their bytes, as a text of each would be thrown away at once. */
public final class EnumColumn<E extends Enum<E>> {

    private final Class<E> type;
    private final String name;
    private final E[] constants;
    private final byte[][] names;

    public EnumColumn(Class<E> type, String name) {
        this.type = type;
        this.name = name;
        this.constants = type.getEnumConstants();
        this.names = Arrays.stream(constants)
                .map(constant -> constant.name().getBytes(StandardCharsets.UTF_8))
                .toArray(byte[][]::new);
    }

    /** @throws IllegalArgumentException for a name that only a newer release knows, as {@link Enum#valueOf} */
    public E of(ResultSet row) throws SQLException {
        byte[] told = row.getBytes(name);
        for (int i = 0; i < names.length; i++) {
            if (Arrays.equals(names[i], told)) {
                return constants[i];
            }
        }
        return Enum.valueOf(type, row.getString(name));
    }
}
