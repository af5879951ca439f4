package eu.mpf.web.openapi;

import eu.mpf.web.patch.MergePatch;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a merge patch (RFC 7396) may hold, made from the schema of what it changes. Every field may be absent and then
 * stays as it is; one that the whole can do without may be null and is then removed. Lists are replaced as a whole, so
 * their items stay as they are.
 */
final class PatchDocuments {
    private static final String PREFIX = "#/components/schemas/";
    private static final String SUFFIX = "Patch";
    private static final String MEANING = "Merge patch (RFC 7396): what is absent stays, null removes.";

    private final Map<String, Schema> schemas;
    private final Map<String, Schema> made = new TreeMap<>();

    private PatchDocuments(Map<String, Schema> schemas) {
        this.schemas = schemas;
    }

    static void addTo(OpenAPI document) {
        if (document.getPaths() == null || document.getPaths().getPathItems() == null) {
            return;
        }
        var components = document.getComponents();
        var patches = new PatchDocuments(components.getSchemas());
        document.getPaths().getPathItems().values().forEach(patches::rewrite);
        patches.made.forEach(components::addSchema);
    }

    private void rewrite(PathItem item) {
        var operation = item.getPATCH();
        var body = operation == null ? null : operation.getRequestBody();
        var content = body == null || body.getContent() == null
                ? null
                : body.getContent().getMediaType(MergePatch.MEDIA_TYPE);
        if (content != null && content.getSchema() != null) {
            content.setSchema(patchOf(content.getSchema()));
        }
    }

    private Schema patchOf(Schema schema) {
        Schema target = target(schema);
        if (target == null || !isObject(target)) {
            return schema;
        }
        if (schema.getRef() == null) {
            return patch(target);
        }
        String name = schema.getRef().substring(PREFIX.length());
        String patchName = name.endsWith(SUFFIX) ? name : name + SUFFIX;
        if (!made.containsKey(patchName)) {
            made.put(patchName, target); // what holds itself ends here
            made.put(patchName, patch(target));
        }
        return OASFactory.createSchema().ref(PREFIX + patchName);
    }

    private Schema patch(Schema whole) {
        Set<String> needed = new HashSet<>();
        Map<String, Schema> fields = new LinkedHashMap<>();
        collect(whole, fields, needed);
        Schema patch = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(whole.getDescription() == null ? MEANING : whole.getDescription())
                .additionalPropertiesBoolean(whole.getAdditionalPropertiesBoolean());
        if (whole.getExamples() != null) {
            patch.setExamples(whole.getExamples());
        }
        fields.forEach((name, field) ->
                patch.addProperty(name, needed.contains(name) ? patchOf(field) : removable(patchOf(field))));
        if (whole.getAdditionalPropertiesSchema() != null) {
            patch.setAdditionalPropertiesSchema(removable(patchOf(whole.getAdditionalPropertiesSchema())));
        }
        return patch;
    }

    /** Fields of the schema and of those it extends, and which of them there must be. */
    private void collect(Schema whole, Map<String, Schema> fields, Set<String> needed) {
        for (Schema part : whole.getAllOf() == null ? List.<Schema>of() : whole.getAllOf()) {
            Schema target = target(part);
            if (target != null) {
                collect(target, fields, needed);
            }
        }
        if (whole.getProperties() != null) {
            fields.putAll(whole.getProperties());
        }
        if (whole.getRequired() != null) {
            needed.addAll(whole.getRequired());
        }
    }

    private static Schema removable(Schema schema) {
        if (schema.getRef() != null) {
            return OASFactory.createSchema()
                    .addAnyOf(schema)
                    .addAnyOf(OASFactory.createSchema().addType(Schema.SchemaType.NULL));
        }
        if (schema.getType() == null || schema.getType().contains(Schema.SchemaType.NULL)) {
            return schema;
        }
        Schema removable = OASFactory.createSchema();
        removable.setAll(schema.getAll());
        List<Schema.SchemaType> types = new ArrayList<>(schema.getType());
        types.add(Schema.SchemaType.NULL);
        removable.setType(types); // a list of its own: the whole keeps its
        return removable;
    }

    private @Nullable Schema target(Schema schema) {
        return schema.getRef() == null ? schema : schemas.get(schema.getRef().substring(PREFIX.length()));
    }

    private static boolean isObject(Schema schema) {
        return schema.getProperties() != null
                || schema.getAllOf() != null
                || schema.getAdditionalPropertiesSchema() != null;
    }
}
