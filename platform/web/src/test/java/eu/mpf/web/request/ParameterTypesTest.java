package eu.mpf.web.request;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.web.page.PageParams;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X4")
class ParameterTypesTest {

    enum Kind {
        ONE,
        TWO
    }

    /** One parameter of each sort. */
    public static class Base {
        @QueryParam("inherited")
        public @Nullable UUID inherited;
    }

    /** A bean of fields and a setter. */
    public static class Bean extends Base {
        @QueryParam("field")
        public @Nullable Kind field;

        public @Nullable String notAParameter;

        @QueryParam("set")
        public void set(LocalDate day) {
            notAParameter = day.toString();
        }

        /** Not a setter: it takes nothing. */
        @QueryParam("nothing")
        public void nothing() {}
    }

    /** A bean that is a record. */
    public record Slip(@QueryParam("part") Integer part) {}

    /** As resources are. */
    public static class Resource {
        @QueryParam("ofAll")
        public @Nullable Boolean ofAll;

        public void list(
                @QueryParam("ids") List<UUID> ids,
                @QueryParam("kinds") Set<Kind> kinds,
                @RestQuery String plain,
                @RestQuery("renamed") long other,
                @BeanParam Bean bean,
                @BeanParam Slip slip,
                @BeanParam PageParams page,
                String body) {
            // its parameters are what counts
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int|7|",
                "java.lang.Integer|-7|",
                "java.lang.Integer|2147483648|must be a whole number",
                "java.lang.Integer|7.0|must be a whole number",
                "long|2147483648|",
                "java.lang.Long|x|must be a whole number",
                "boolean|true|",
                "java.lang.Boolean|false|",
                "java.lang.Boolean|TRUE|must be true or false",
                "boolean|1|must be true or false",
                "java.util.UUID|0192F0A0-0000-7000-8000-000000000001|",
                "java.util.UUID|1-1-1-1-1|must be a UUID",
                "java.util.UUID|x|must be a UUID",
                "java.util.UUID|g192f0a0-0000-7000-8000-000000000001|must be a UUID",
                "java.time.LocalDate|2026-02-28|",
                "java.time.LocalDate|2026-02-30|must be a date such as 2026-03-31",
                "java.time.LocalDate|0000-01-01|must be a date such as 2026-03-31",
                "java.time.Instant|2026-03-31T12:00:00Z|",
                "java.time.Instant|2026-03-31|must be an instant such as 2026-03-31T12:00:00.000Z",
                "java.time.Instant|9999-12-31T23:59:59.999Z|",
                "java.time.Instant|+10000-01-01T00:00:00Z|must be an instant such as 2026-03-31T12:00:00.000Z",
                "java.time.Instant|0001-01-01T00:00:00Z|",
                "java.time.Instant|0000-12-31T23:59:59Z|must be an instant such as 2026-03-31T12:00:00.000Z",
                "java.lang.String|anything|",
                "eu.mpf.web.request.ParameterTypesTest$Kind|ONE|",
                "eu.mpf.web.request.ParameterTypesTest$Kind|one|must be one of [ONE, TWO]"
            })
    void whatIsWrongWithATextIsSaid(String type, String text, @Nullable String fault) throws Exception {
        assertThat(ParameterTypes.fault(named(type), text)).isEqualTo(fault);
    }

    private static Class<?> named(String type) throws ClassNotFoundException {
        return switch (type) {
            case "int" -> int.class;
            case "long" -> long.class;
            case "boolean" -> boolean.class;
            default -> Class.forName(type);
        };
    }

    @Test
    void everyParameterOfAMethodItsBeansAndItsClassIsKnown() throws Exception {
        var method = Resource.class.getMethod(
                "list",
                List.class,
                Set.class,
                String.class,
                long.class,
                Bean.class,
                Slip.class,
                PageParams.class,
                String.class);
        var parameters = new KnownParameters();
        var known = parameters.of(method);
        assertThat(known)
                .containsEntry("ids", UUID.class)
                .containsEntry("kinds", Kind.class)
                .containsEntry(method.getParameters()[2].getName(), String.class)
                .containsEntry("renamed", long.class)
                .containsEntry("field", Kind.class)
                .containsEntry("inherited", UUID.class)
                .containsEntry("set", LocalDate.class)
                .containsEntry("part", Integer.class)
                .containsEntry("ofAll", Boolean.class)
                .containsEntry("pageSize", Integer.class)
                .hasSize(9 + 6);
        assertThat(parameters.of(method)).isSameAs(known);
    }

    @Test
    void aTypeWithoutElementsIsItself() {
        assertThat(ParameterTypes.element(List.class, List.class)).isEqualTo(List.class);
        assertThat(ParameterTypes.element(Instant.class, Instant.class)).isEqualTo(Instant.class);
    }
}
