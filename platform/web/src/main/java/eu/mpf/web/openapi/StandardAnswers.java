package eu.mpf.web.openapi;

import eu.mpf.web.idempotency.Idempotent;
import eu.mpf.web.problem.Problem;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import io.smallrye.openapi.api.models.OperationImpl;
import io.smallrye.openapi.runtime.util.JandexUtil;
import jakarta.ws.rs.core.MediaType;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.IndexView;

/** Adds to every operation what the platform does for it: who may call it, problem answers, versions, an example. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class StandardAnswers implements OASFilter {
    private final Set<String> idempotent = new HashSet<>();
    private final AccessRules access;
    private final PersonalReads personal;

    public StandardAnswers(IndexView index) {
        this.access = new AccessRules(index);
        this.personal = new PersonalReads(index);
        for (var annotation : index.getAnnotations(Idempotent.class)) {
            if (annotation.target().kind() == AnnotationTarget.Kind.METHOD) {
                var method = annotation.target().asMethod();
                idempotent.add(JandexUtil.createUniqueMethodReference(method.declaringClass(), method));
            }
        }
    }

    @Override
    public PathItem filterPathItem(PathItem path) {
        path.getOperations().forEach(this::complete);
        return path;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        StandardComponents.addTo(document);
        OperationIds.addTo(document);
        PatchDocuments.addTo(document);
        Examples.addTo(document);
    }

    /** A local date-time is no date-time of RFC 3339: its component says what it is, and nothing beside it otherwise. */
    @Override
    public Schema filterSchema(Schema schema) {
        if (schema.getRef() != null && schema.getRef().endsWith("/LocalDateTime")) {
            schema.setFormat(null);
            schema.setType(null);
        }
        return schema;
    }

    private void complete(PathItem.HttpMethod method, Operation operation) {
        access.addTo(operation);
        personal.addTo(operation);
        var versioned = requireVersion(operation);
        var keyed = idempotent.contains(String.valueOf(OperationImpl.getMethodRef(operation)));
        if (keyed) {
            operation.addParameter(reference("IdempotencyKey"));
        }
        var codes = new TreeMap<Integer, String>(Map.of(400, "The request is refused"));
        codes.put(500, "Something went wrong on our side");
        codes.put(503, "Try again");
        if (hasPathParameter(operation)) {
            codes.put(404, "There is no such thing, or it is not yours");
        }
        codes.put(406, "None of the accepted media types is offered");
        codes.put(401, "A valid token is needed");
        codes.put(403, "This is not allowed to you");
        codes.put(429, "Too many requests");
        if (method != PathItem.HttpMethod.GET && method != PathItem.HttpMethod.HEAD) {
            codes.put(409, "The request conflicts with the present state");
        }
        if (operation.getRequestBody() != null) {
            codes.put(413, "The request body is too large");
            codes.put(415, "This media type is not understood here");
        }
        if (keyed) {
            codes.put(422, "The idempotency key was used for another request");
        }
        if (versioned) {
            codes.put(412, "The resource has changed meanwhile");
            codes.put(428, "An If-Match header is needed");
        }
        if (method == PathItem.HttpMethod.GET) {
            allowNotModified(operation);
        }
        codes.forEach((code, description) -> addProblem(operation, code, description));
        addProblemBodies(operation);
        sortByCode(operation);
        describe(operation);
        operation.getResponses().getAPIResponses().values().forEach(StandardAnswers::putJsonFirst);
        operation.getResponses().getAPIResponses().values().forEach(StandardAnswers::addRequestId);
    }

    /** A method that takes If-Match at all requires it. */
    private static boolean requireVersion(Operation operation) {
        return parameters(operation).stream()
                        .filter(p -> p.getIn() == Parameter.In.HEADER && "If-Match".equalsIgnoreCase(p.getName()))
                        .peek(p -> p.required(true)
                                .description("The ETag you have seen; one strong tag.")
                                .example("\"7\""))
                        .count()
                > 0;
    }

    private static boolean hasPathParameter(Operation operation) {
        return parameters(operation).stream().anyMatch(p -> p.getIn() == Parameter.In.PATH);
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    /** Where a 200 is documented with an ETag, If-None-Match may be answered with 304. */
    private static void allowNotModified(Operation operation) {
        var responses = operation.getResponses();
        if (responses.getAPIResponse("304") == null && hasPathParameter(operation)) {
            responses.addAPIResponse(
                    "304", OASFactory.createAPIResponse().description("Not changed since the ETag given"));
        }
    }

    private static void addProblem(Operation operation, int code, String description) {
        var responses = operation.getResponses();
        if (responses.getAPIResponse(Integer.toString(code)) == null) {
            responses.addAPIResponse(
                    Integer.toString(code), OASFactory.createAPIResponse().description(description));
        }
    }

    /** Quarkus adds refusals of its own without a body, and a method may describe one in other words. */
    private static void addProblemBodies(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((code, response) -> {
            if (response.getRef() == null && response.getContent() == null && code.matches("[45]\\d\\d")) {
                response.setContent(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(schema("Problem"))));
            }
        });
    }

    /** Successes first: generated clients ask for the media type that comes first. */
    private static void sortByCode(Operation operation) {
        var sorted = OASFactory.createAPIResponses()
                .extensions(operation.getResponses().getExtensions());
        new TreeMap<>(operation.getResponses().getAPIResponses()).forEach(sorted::addAPIResponse);
        operation.setResponses(sorted);
    }

    /** A response must have a description; an annotation that gives only the content leaves it out. */
    private static void describe(Operation operation) {
        operation.getResponses().getAPIResponses().forEach((code, response) -> {
            if (response.getRef() == null && response.getDescription() == null) {
                response.setDescription(
                        switch (code) {
                            case "201" -> "Created";
                            case "202" -> "Accepted";
                            case "204" -> "Done; the answer has no body";
                            default -> "OK";
                        });
            }
        });
    }

    /** Generated clients take the first media type for the usual one; exports come after it. */
    private static void putJsonFirst(APIResponse response) {
        var content = response.getContent();
        var json = content == null ? null : content.getMediaType(MediaType.APPLICATION_JSON);
        if (json != null) {
            var sorted = OASFactory.createContent().addMediaType(MediaType.APPLICATION_JSON, json);
            content.getMediaTypes().forEach(sorted::addMediaType);
            response.setContent(sorted);
        }
    }

    private static void addRequestId(APIResponse response) {
        if (response.getRef() == null) {
            response.addHeader(
                    "X-Request-Id", OASFactory.createObject(Header.class).ref("#/components/headers/X-Request-Id"));
        }
    }

    private static Parameter reference(String name) {
        return OASFactory.createParameter().ref("#/components/parameters/" + name);
    }

    private static Schema schema(String name) {
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }
}
