package eu.mpf.projects.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.mpf.projects.project.VersionComparison.Difference;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds where two versions of a project differ: fields of objects one by one, lists as a whole. */
@ApplicationScoped
class Differences {

    /** What every version has of its own. */
    private static final Set<String> OF_THE_VERSION = Set.of("version", "updatedAt", "validFrom");

    private final ObjectMapper json;

    Differences(ObjectMapper json) {
        this.json = json;
    }

    List<Difference> between(ProjectView before, ProjectView after) {
        List<Difference> found = new ArrayList<>();
        compare("", tree(before), tree(after), found);
        return found;
    }

    private ObjectNode tree(ProjectView project) {
        ObjectNode tree = json.valueToTree(project);
        return tree.remove(OF_THE_VERSION);
    }

    private void compare(String pointer, @Nullable JsonNode before, @Nullable JsonNode after, List<Difference> found) {
        if (before instanceof ObjectNode former && after instanceof ObjectNode present) {
            Set<String> names = new TreeSet<>();
            former.fieldNames().forEachRemaining(names::add);
            present.fieldNames().forEachRemaining(names::add);
            names.forEach(name -> compare(pointer + "/" + name, former.get(name), present.get(name), found));
        } else if (before == null ? after != null : !before.equals(after)) {
            found.add(new Difference(pointer, before, after));
        }
    }
}
