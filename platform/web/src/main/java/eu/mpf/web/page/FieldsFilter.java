package eu.mpf.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.web.problem.CommonProblem;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Leaves out of a JSON answer what {@code fields} does not name: of a page's items, or of a single resource. */
@Provider
@Priority(Priorities.USER + 100)
class FieldsFilter implements ContainerResponseFilter {
    private final ObjectMapper json;

    FieldsFilter(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var asked = request.getUriInfo().getQueryParameters().getFirst("fields");
        var entity = response.getEntity();
        if (asked == null || asked.isBlank() || entity == null || !isJson(response) || isRaw(entity)) {
            return;
        }
        var fields = Arrays.stream(asked.split(",")).map(String::strip).toList();
        if (entity instanceof Page<?> page) {
            page.items().stream().filter(Objects::nonNull).findFirst().ifPresent(item -> check(fields, item));
            var tree = json.<ObjectNode>valueToTree(page);
            tree.set("items", prune(tree.get("items"), fields));
            replace(response, tree);
        } else {
            check(fields, entity);
            replace(response, prune(json.valueToTree(entity), fields));
        }
    }

    /** With its own type, else it would be written as what the method declares. */
    private static void replace(ContainerResponseContext response, JsonNode tree) {
        response.setEntity(new GenericEntity<>(tree, JsonNode.class));
    }

    /** A field nobody has is a 400, as any other unknown name. */
    private void check(List<String> fields, Object item) {
        if (item instanceof JsonNode || item instanceof java.util.Map) {
            return;
        }
        var known =
                json.getSerializationConfig().introspect(json.constructType(item.getClass())).findProperties().stream()
                        .map(p -> p.getName())
                        .toList();
        var errors = fields.stream()
                .filter(field -> !known.contains(field.split("\\.", 2)[0]))
                .map(field -> new FieldError("?fields", "unknown", field + " is not a property; there are " + known))
                .toList();
        if (!errors.isEmpty()) {
            throw new ProblemException(
                    CommonProblem.VALIDATION_FAILED, errors.getFirst().message(), errors);
        }
    }

    /** Keeps the named properties; {@code lead.name} keeps one property of a nested object. */
    static JsonNode prune(JsonNode node, List<String> fields) {
        if (node.isArray()) {
            var array = ((com.fasterxml.jackson.databind.node.ArrayNode) node).arrayNode();
            node.forEach(item -> array.add(prune(item, fields)));
            return array;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        var kept = object.objectNode();
        for (var property : object.properties()) {
            var name = property.getKey();
            var nested = fields.stream()
                    .filter(f -> f.startsWith(name + "."))
                    .map(f -> f.substring(name.length() + 1))
                    .toList();
            if (fields.contains(name)) {
                kept.set(name, property.getValue());
            } else if (!nested.isEmpty()) {
                kept.set(name, prune(property.getValue(), nested));
            }
        }
        return kept;
    }

    private static boolean isJson(ContainerResponseContext response) {
        var type = response.getMediaType();
        return response.getStatus() == 200 && (type == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(type));
    }

    private static boolean isRaw(Object entity) {
        return entity instanceof byte[] || entity instanceof CharSequence || entity instanceof StreamingOutput;
    }
}
