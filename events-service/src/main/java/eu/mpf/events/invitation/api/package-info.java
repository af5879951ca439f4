/** Invitations over HTTP. */
@NullMarked
package eu.mpf.events.invitation.api;

import org.jspecify.annotations.NullMarked;
