/** Building access over HTTP. */
@NullMarked
package eu.mpf.events.buildingaccess.api;

import org.jspecify.annotations.NullMarked;
