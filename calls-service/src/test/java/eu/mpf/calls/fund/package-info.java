@NullMarked
package eu.mpf.calls.fund;

import org.jspecify.annotations.NullMarked;
