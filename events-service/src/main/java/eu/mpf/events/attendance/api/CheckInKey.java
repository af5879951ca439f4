package eu.mpf.events.attendance.api;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The public key behind check-in codes and door lists, as a JSON Web Key (RFC 7517, RFC 8037). */
@Schema(name = "CheckInKey")
public record CheckInKey(String kty, String crv, String alg, String use, String kid, String x) {}
