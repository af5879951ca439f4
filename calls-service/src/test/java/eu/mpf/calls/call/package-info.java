@NullMarked
package eu.mpf.calls.call;

import org.jspecify.annotations.NullMarked;
