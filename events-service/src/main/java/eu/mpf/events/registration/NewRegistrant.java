package eu.mpf.events.registration;

import eu.mpf.web.subject.Address;
import org.jspecify.annotations.Nullable;

/** Who registers, as this service keeps it. */
record NewRegistrant(Address address, String hash, @Nullable String subject, Consent consent) {}
