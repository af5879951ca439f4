package eu.mpf.calls.committee;

import eu.mpf.calls.application.Condition;
import eu.mpf.calls.application.Risk;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What those who prepare a decision recommend: grounds, risks, and the conditions an award would have. */
@Schema(name = "AwardRecommendation")
public record Recommendation(
        @Nullable @Size(max = 10_000) String grounds,
        @Size(max = 50) List<@NotNull @Valid Risk> risks,
        @Size(max = 50) List<@NotNull @Valid Condition> conditions) {

    /** Where nothing was prepared. */
    static final Recommendation NONE = new Recommendation(null, List.of(), List.of());

    public Recommendation {
        risks = risks == null ? List.of() : List.copyOf(risks);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }
}
