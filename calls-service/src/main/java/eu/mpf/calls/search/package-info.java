/** Searches for calls that people keep, and mails of what comes to match them: each call once. */
@NullMarked
package eu.mpf.calls.search;

import org.jspecify.annotations.NullMarked;
