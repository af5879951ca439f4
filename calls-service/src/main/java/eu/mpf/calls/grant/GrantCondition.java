package eu.mpf.calls.grant;

import eu.mpf.calls.application.Condition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the award depends on.
 *
 * @param number counts from 1 within the grant
 * @param metAt when it was met; absent while it is open
 * @param evidence by what it was met
 */
@Schema(name = "GrantCondition")
public record GrantCondition(
        int number,
        String text,
        Condition.Due due,
        @Nullable Instant metAt,
        @Nullable String evidence) {

    static List<GrantCondition> of(List<Condition> conditions) {
        List<GrantCondition> numbered = new ArrayList<>();
        for (Condition condition : conditions) {
            numbered.add(new GrantCondition(numbered.size() + 1, condition.text(), condition.due(), null, null));
        }
        return List.copyOf(numbered);
    }

    GrantCondition met(String by, Instant at) {
        return new GrantCondition(number, text, due, at, by);
    }

    /** Whether it keeps the grant from being signed. */
    boolean holdsUpSignature() {
        return due == Condition.Due.BEFORE_SIGNATURE && metAt == null;
    }
}
