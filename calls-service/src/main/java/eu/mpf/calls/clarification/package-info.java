/** Questions about a call, answered for everybody. */
@NullMarked
package eu.mpf.calls.clarification;

import org.jspecify.annotations.NullMarked;
