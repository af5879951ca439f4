@NullMarked
package eu.mpf.calls.committee;

import org.jspecify.annotations.NullMarked;
