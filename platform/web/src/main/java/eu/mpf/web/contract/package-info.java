/** What a service says of its events. */
@NullMarked
package eu.mpf.web.contract;

import org.jspecify.annotations.NullMarked;
