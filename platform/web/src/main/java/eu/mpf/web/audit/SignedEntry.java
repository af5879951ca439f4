package eu.mpf.web.audit;

/**
 * An entry as it is stored.
 *
 * @param signature what {@link AuditSignature} made of the entry when it was written, if nobody has changed either since
 */
record SignedEntry(AuditEntry entry, byte[] signature) {}
