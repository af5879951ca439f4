/** Who came: the code at the door, the list for devices without a connection, the certificate. */
@NullMarked
package eu.mpf.events.attendance;

import org.jspecify.annotations.NullMarked;
