/** What a building asks of visitors: apart from everything else, encrypted, and soon deleted. */
@NullMarked
package eu.mpf.events.buildingaccess;

import org.jspecify.annotations.NullMarked;
