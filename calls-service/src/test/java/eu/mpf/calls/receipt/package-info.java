@NullMarked
package eu.mpf.calls.receipt;

import org.jspecify.annotations.NullMarked;
