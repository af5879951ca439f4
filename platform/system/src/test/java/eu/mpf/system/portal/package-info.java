/** The portal and the documents it shows, as people and the tools of others meet them. */
@NullMarked
package eu.mpf.system.portal;

import org.jspecify.annotations.NullMarked;
