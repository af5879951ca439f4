package eu.mpf.web.page;

/** The type of a sort column: how its value in a page token is given back to PostgreSQL. */
public enum SortType {
    TEXT("text"),
    INTEGER("bigint"),
    NUMBER("numeric"),
    DATE("date"),
    INSTANT("timestamptz"),
    BOOLEAN("boolean"),
    UUID("uuid");

    private final String sqlName;

    SortType(String sqlName) {
        this.sqlName = sqlName;
    }

    String sqlName() {
        return sqlName;
    }
}
