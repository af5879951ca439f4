/** Lists: keyset paging by signed tokens, sorting, counting, and selecting fields. */
@NullMarked
package eu.mpf.web.page;

import org.jspecify.annotations.NullMarked;
