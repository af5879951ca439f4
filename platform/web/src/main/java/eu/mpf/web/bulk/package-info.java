/** Imports of many rows: each row its own transaction and result, and none ever done twice. */
@NullMarked
package eu.mpf.web.bulk;

import org.jspecify.annotations.NullMarked;
