/**
 * The platform's main job in ten steps, over the public API only, with the facts of the demo data: {@code ./mpf story}.
 */
@NullMarked
package eu.mpf.system.story;

import org.jspecify.annotations.NullMarked;
