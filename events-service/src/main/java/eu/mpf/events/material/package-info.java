/** What a session leaves behind, under embargo and with the consent of whoever made it. */
@NullMarked
package eu.mpf.events.material;

import org.jspecify.annotations.NullMarked;
