package eu.mpf.web.openapi;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** The components every document shares. Written out here, so that they look the same in all of them. */
final class StandardComponents {
    private StandardComponents() {}

    static void addTo(OpenAPI document) {
        if (document.getComponents() == null) {
            document.setComponents(OASFactory.createComponents());
        }
        var components = document.getComponents();
        components.addSchema("FieldError", fieldError());
        components.addSchema("Problem", problem());
        if (components.getSchemas().containsKey("LocalDateTime")) {
            components.addSchema("LocalDateTime", localDateTime());
        }
        components.addHeader(
                "X-Request-Id",
                OASFactory.createHeader()
                        .description("The id of this request; quote it when asking for help.")
                        .schema(text()));
        components.addParameter(
                "IdempotencyKey",
                OASFactory.createParameter()
                        .name("Idempotency-Key")
                        .in(Parameter.In.HEADER)
                        .required(false)
                        .description(
                                "A new UUID per intent. The same key and request get the same answer for 24 hours.")
                        .schema(text().maxLength(255)));
        components.addSecurityScheme(
                "bearer",
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("An access token (RFC 9068) of the identity provider."));
        if (document.getSecurity() == null) {
            document.addSecurityRequirement(
                    OASFactory.createSecurityRequirement().addScheme("bearer"));
            // Public operations need none; those that do say so by their answers 401 and 403.
            document.addSecurityRequirement(OASFactory.createSecurityRequirement());
        }
    }

    /** In place of the generator's, which takes it for a date-time of RFC 3339. */
    private static Schema localDateTime() {
        return text().description("Wall-clock time without an offset (ISO 8601); its zone stands beside it.")
                .pattern("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]{1,9})?)?$")
                .addExample("2023-10-30T10:00:00");
    }

    private static Schema fieldError() {
        return object("One thing wrong with one part of a request.")
                .required(List.of("pointer", "code", "message"))
                .addProperty("pointer", text().addExample("/budget/0/amount"))
                .addProperty("code", text().addExample("not-blank"))
                .addProperty("message", text().addExample("must not be blank"));
    }

    private static Schema problem() {
        return object("Why a request was not done (RFC 9457).")
                .required(List.of("type", "title", "status", "code"))
                .addProperty(
                        "type", text().format("uri").addExample("http://localhost:8080/problems/validation-failed"))
                .addProperty("title", text().addExample("The request breaks a rule"))
                .addProperty("status", integer().addExample(400))
                .addProperty("detail", text().addExample("/title: must not be blank"))
                .addProperty("instance", text().addExample("/v1/projects"))
                .addProperty("code", text().addExample("validation-failed"))
                .addProperty("requestId", text().addExample("0199f0c2-5ad5-7e30-9f4e-1b0f2f6c7a11"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError")));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }

    private static Schema integer() {
        return OASFactory.createSchema().addType(Schema.SchemaType.INTEGER);
    }
}
