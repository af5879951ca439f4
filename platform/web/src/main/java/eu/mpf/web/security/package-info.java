/** Who calls: subject, roles and organisation from the token. */
@NullMarked
package eu.mpf.web.security;

import org.jspecify.annotations.NullMarked;
