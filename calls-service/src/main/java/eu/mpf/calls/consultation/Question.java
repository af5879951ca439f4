package eu.mpf.calls.consultation;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a body is asked.
 *
 * @param consultee the subject of the account that answers for it
 * @param contact an address for the reminder; none is sent when absent
 * @param language of the reminder
 * @param round counts from 1; the latest there is when absent
 */
public record Question(
        String body,
        Consultation.Kind kind,
        String consultee,
        LocalDate dueOn,
        @Nullable String contact,
        String language,
        @Nullable Integer round) {}
