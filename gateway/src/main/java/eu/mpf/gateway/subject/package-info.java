/** Requests under data protection law: export and erasure over all services, followed to their end. */
@NullMarked
package eu.mpf.gateway.subject;

import org.jspecify.annotations.NullMarked;
