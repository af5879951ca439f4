package eu.mpf.events.sql;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/** Maps a value to a {@code jsonb} column; the column's write expression casts. */
public abstract class JsonColumn<T> implements AttributeConverter<@Nullable T, @Nullable String> {
    /** Write expression for {@code @ColumnTransformer}. */
    public static final String WRITE = "?::jsonb";

    private final TypeReference<T> type;

    protected JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public @Nullable String convertToDatabaseColumn(@Nullable T value) {
        return value == null ? null : Json.write(value);
    }

    @Override
    public @Nullable T convertToEntityAttribute(@Nullable String json) {
        return json == null ? null : Json.read(json, type);
    }
}
