@NullMarked
package eu.mpf.calls.retention;

import org.jspecify.annotations.NullMarked;
