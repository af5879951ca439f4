package eu.mpf.events.form.api;

import eu.mpf.events.form.FormQuestion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** @param version 0: the event asks nothing of its own */
@Schema(name = "RegistrationForm")
public record FormView(
        UUID eventId,
        int version,
        List<FormQuestion> questions,
        @Nullable Instant createdAt) {}
