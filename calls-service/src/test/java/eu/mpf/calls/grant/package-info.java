@NullMarked
package eu.mpf.calls.grant;

import org.jspecify.annotations.NullMarked;
