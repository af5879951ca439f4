package eu.mpf.web.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.GenericEntity;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
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
        var fields = Fields.of(asked);
        if (entity instanceof Page<?> page) {
            page.items().stream().filter(Objects::nonNull).findFirst().ifPresent(item -> fields.check(json, item));
            var tree = json.<ObjectNode>valueToTree(page);
            tree.set("items", fields.prune(tree.get("items")));
            replace(response, tree);
        } else {
            fields.check(json, entity);
            replace(response, fields.prune(json.valueToTree(entity)));
        }
    }

    /** With its own type, else it would be written as what the method declares. */
    private static void replace(ContainerResponseContext response, JsonNode tree) {
        response.setEntity(new GenericEntity<>(tree, JsonNode.class));
    }

    private static boolean isJson(ContainerResponseContext response) {
        var type = response.getMediaType();
        return response.getStatus() == 200 && (type == null || MediaType.APPLICATION_JSON_TYPE.isCompatible(type));
    }

    private static boolean isRaw(Object entity) {
        return entity instanceof byte[] || entity instanceof CharSequence || entity instanceof StreamingOutput;
    }
}
