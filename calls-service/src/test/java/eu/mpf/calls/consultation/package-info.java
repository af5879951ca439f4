@NullMarked
package eu.mpf.calls.consultation;

import org.jspecify.annotations.NullMarked;
