/** Addresses on the network. */
@NullMarked
package eu.mpf.web.net;

import org.jspecify.annotations.NullMarked;
