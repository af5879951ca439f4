package eu.mpf.projects.project;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.SerializerProvider;
import eu.mpf.web.json.StoredObjects;
import eu.mpf.web.value.BindingLanguage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes stored projects as a {@link ProjectView} is written, but for the order of the properties. Those of the description
 * that this release knows are passed on as they are stored, which is as they are shown ({@link ProjectDetails}).
 */
final class ProjectJson {

    /** What a description may have, but for the kind, which has a column. */
    private static final Set<String> PROPERTIES = Arrays.stream(ProjectDetails.class.getRecordComponents())
            .map(property -> property.getName())
            .filter(name -> !name.equals("kind"))
            .collect(Collectors.toUnmodifiableSet());

    /** Lists are shown empty where they are absent. */
    private static final List<String> LISTS = Arrays.stream(ProjectDetails.class.getRecordComponents())
            .filter(property -> property.getType() == List.class)
            .map(property -> property.getName())
            .toList();

    private final JsonGenerator out;
    private final SerializerProvider serializers;
    private final StoredObjects descriptions;

    /** What the description has that is being written, and the languages of its title. */
    private final List<String> present = new ArrayList<>();

    private final List<String> languages = new ArrayList<>();

    ProjectJson(JsonGenerator out, SerializerProvider serializers, StoredObjects descriptions) {
        this.out = out;
        this.serializers = serializers;
        this.descriptions = descriptions;
    }

    void write(StoredProject project) throws IOException {
        out.writeStartObject();
        write("id", project.id());
        write("code", project.code());
        writeDescription(project.details());
        if (!present.contains("leadName")) {
            write("leadName", project.organisationName());
        }
        write("kind", project.kind());
        write("status", project.status());
        write("statusSince", project.statusSince());
        write("statusReason", project.statusReason());
        write("granteeStanding", project.granteeStanding());
        write("visibility", project.visibility());
        out.writeBooleanField("moneyPublic", project.moneyPublic());
        write("grantId", project.grantId());
        write("applicationId", project.applicationId());
        write("callId", project.callId());
        write("callKey", project.callKey());
        write("validFrom", project.validFrom());
        write("createdAt", project.createdAt());
        write("updatedAt", project.updatedAt());
        out.writeNumberField("version", project.version());
        out.writeEndObject();
    }

    private void write(String name, @Nullable Object value) throws IOException {
        if (value != null) {
            serializers.defaultSerializeField(name, value, out);
        }
    }

    private void writeDescription(byte[] details) throws IOException {
        present.clear();
        String said = null;
        JsonParser in = descriptions.next(details);
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            if (in.nextToken() == JsonToken.VALUE_NULL || !PROPERTIES.contains(name)) {
                in.skipChildren();
                continue;
            }
            present.add(name);
            if (name.equals("bindingLanguage")) {
                said = in.getText();
                continue;
            }
            out.writeFieldName(name);
            if (name.equals("title")) {
                writeTitle(in);
            } else {
                out.copyCurrentStructure(in);
            }
        }
        write("bindingLanguage", BindingLanguage.of(said, languages));
        for (int i = 0; i < LISTS.size(); i++) {
            if (!present.contains(LISTS.get(i))) {
                out.writeArrayFieldStart(LISTS.get(i));
                out.writeEndArray();
            }
        }
    }

    private void writeTitle(JsonParser in) throws IOException {
        languages.clear();
        out.writeStartObject();
        for (String language = in.nextFieldName(); language != null; language = in.nextFieldName()) {
            languages.add(language);
            out.writeFieldName(language);
            in.nextToken();
            out.copyCurrentEvent(in);
        }
        out.writeEndObject();
    }
}
