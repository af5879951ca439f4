/** What this service knows of organisations, as projects-service tells it. */
@NullMarked
package eu.mpf.calls.organisation;

import org.jspecify.annotations.NullMarked;
