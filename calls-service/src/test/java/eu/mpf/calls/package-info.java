@NullMarked
package eu.mpf.calls;

import org.jspecify.annotations.NullMarked;
