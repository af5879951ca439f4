/** What this service promises to those who read its events. */
@NullMarked
package eu.mpf.calls.contracts.api;

import org.jspecify.annotations.NullMarked;
