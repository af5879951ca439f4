package eu.mpf.projects.project.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.projects.project.ProjectDetails;
import eu.mpf.projects.project.Visibility;
import eu.mpf.web.problem.ProblemException;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.jspecify.annotations.Nullable;

/** A merge patch over a project's description, its visibility and whether its money is public. */
@Schema(
        name = "ProjectPatch",
        description = "Merge patch (RFC 7396). Beside the fields of ProjectDetails: `visibility` and `moneyPublic`.",
        allOf = ProjectDetails.class,
        properties = {
            @SchemaProperty(name = "visibility", implementation = Visibility.class),
            @SchemaProperty(name = "moneyPublic", type = SchemaType.BOOLEAN)
        },
        requiredProperties = {"title", "visibility", "moneyPublic"}, // a patch cannot take them away
        examples = "{\"startDate\":\"2021-12-01\",\"moneyPublic\":true}")
final class ProjectPatch {

    private ProjectPatch() {}

    /** The part that is about the description, and the two fields that are not. */
    record Split(
            JsonNode details,
            @Nullable Visibility visibility,
            @Nullable Boolean moneyPublic) {}

    static Split split(@Nullable JsonNode patch) {
        if (!(patch instanceof ObjectNode fields)) {
            throw ProblemException.invalid("", "not-an-object", "A merge patch of a project is a JSON object");
        }
        ObjectNode details = fields.deepCopy();
        return new Split(details, visibility(details.remove("visibility")), moneyPublic(details.remove("moneyPublic")));
    }

    private static @Nullable Visibility visibility(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        for (Visibility known : Visibility.values()) {
            if (known.name().equals(value.textValue())) {
                return known;
            }
        }
        throw ProblemException.invalid("/visibility", "unknown-value", "DRAFT or PUBLISHED");
    }

    private static @Nullable Boolean moneyPublic(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (!value.isBoolean()) {
            throw ProblemException.invalid("/moneyPublic", "not-a-boolean", "true or false");
        }
        return value.booleanValue();
    }
}
