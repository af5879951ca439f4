/** Follow-up sessions over HTTP. */
@NullMarked
package eu.mpf.events.followup.api;

import org.jspecify.annotations.NullMarked;
