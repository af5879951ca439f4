package eu.mpf.web.problem;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every problem a service may answer with: the common ones and those of its own enum. */
@ApplicationScoped
public class ProblemCatalogue {

    /**
     * What a service adds. It produces one bean: {@code @Produces @Singleton ProblemCatalogue.Part problems() { return
     * ProblemCatalogue.Part.of(CallsProblem.values()); }}
     */
    public record Part(List<ProblemType> types) {
        public static Part of(ProblemType... types) {
            return new Part(List.of(types));
        }
    }

    private final List<ProblemType> types;

    ProblemCatalogue(@All List<Part> parts) {
        this.types = Stream.concat(
                        Stream.of(CommonProblem.values()), parts.stream().flatMap(part -> part.types().stream()))
                .sorted(Comparator.comparing(ProblemType::code))
                .toList();
    }

    public List<ProblemType> types() {
        return types;
    }

    public Optional<ProblemType> find(String code) {
        return types.stream().filter(type -> type.code().equals(code)).findFirst();
    }
}
