/** Links of what is about to be published: found, and followed before it goes out. */
@NullMarked
package eu.mpf.web.link;

import org.jspecify.annotations.NullMarked;
