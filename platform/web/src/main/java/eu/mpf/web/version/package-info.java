/** Optimistic concurrency in HTTP terms: ETag, If-Match, If-None-Match (RFC 9110). */
@NullMarked
package eu.mpf.web.version;

import org.jspecify.annotations.NullMarked;
