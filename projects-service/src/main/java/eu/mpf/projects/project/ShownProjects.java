package eu.mpf.projects.project;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import eu.mpf.web.json.StoredJson;
import java.io.IOException;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stored projects as somebody may see them. Written as JSON, the descriptions are passed on as they are stored; a project
 * that is taken from the list is put together then. Objects of all of them would be half of what a page allocates.
 */
final class ShownProjects extends AbstractList<ProjectView> implements JsonSerializable {

    private final List<StoredProject> projects;
    private final StoredJson json;

    /**
     * What is shown of projects that are not shown as they are stored; null for all others. They are put together before a
     * byte is written, so that what cannot be read is answered as any other.
     */
    private final @Nullable ProjectView[] reduced;

    ShownProjects(List<StoredProject> projects, ProjectSight sight, StoredJson json) {
        this.projects = projects;
        this.json = json;
        this.reduced = new ProjectView[projects.size()];
        for (int i = 0; i < reduced.length; i++) {
            StoredProject project = projects.get(i);
            reduced[i] = sight.seesAllOf(project) ? null : sight.shown(project.view(json));
        }
    }

    @Override
    public ProjectView get(int index) {
        ProjectView view = reduced[index];
        return view == null ? projects.get(index).view(json) : view;
    }

    @Override
    public int size() {
        return projects.size();
    }

    @Override
    public void serialize(JsonGenerator out, SerializerProvider serializers) throws IOException {
        out.writeStartArray();
        try (var descriptions = json.objects()) {
            var writer = new ProjectJson(out, serializers, descriptions);
            for (int i = 0; i < projects.size(); i++) {
                if (reduced[i] == null) {
                    writer.write(projects.get(i));
                } else {
                    serializers.defaultSerializeValue(reduced[i], out);
                }
            }
        }
        out.writeEndArray();
    }

    /** A list has no type of its own in our JSON. */
    @Override
    public void serializeWithType(JsonGenerator out, SerializerProvider serializers, TypeSerializer type)
            throws IOException {
        serialize(out, serializers);
    }
}
