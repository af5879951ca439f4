package eu.mpf.projects.typology;

import eu.mpf.web.value.LocalizedText;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A published typology as told to other systems. */
record TaxonomyFacts(UUID typologyId, int version, List<Type> types, List<TypeMapping> mappings) {

    record Type(
            String code,
            LocalizedText name,
            @Nullable LocalizedText definition,
            List<String> aliases,
            boolean retired) {}

    static TaxonomyFacts of(TypologyView typology) {
        return new TaxonomyFacts(
                typology.id(),
                typology.version(),
                typology.types().stream()
                        .map(t -> new Type(t.code(), t.name(), t.definition(), t.aliases(), t.retired()))
                        .toList(),
                typology.mappings());
    }
}
