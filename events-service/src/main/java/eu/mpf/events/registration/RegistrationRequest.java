package eu.mpf.events.registration;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param subject of the caller's token, if there is one
 * @param organisation code of the caller's, by the token
 */
public record RegistrationRequest(
        UUID eventId,
        RegistrationDetails details,
        @Nullable String subject,
        @Nullable String organisation) {}
