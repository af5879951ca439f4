/** Addresses on the network, and asking who is there. */
@NullMarked
package eu.mpf.web.net;

import org.jspecify.annotations.NullMarked;
