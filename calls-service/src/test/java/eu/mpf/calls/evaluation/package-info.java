@NullMarked
package eu.mpf.calls.evaluation;

import org.jspecify.annotations.NullMarked;
