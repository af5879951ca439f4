@NullMarked
package eu.mpf.calls.clarification;

import org.jspecify.annotations.NullMarked;
