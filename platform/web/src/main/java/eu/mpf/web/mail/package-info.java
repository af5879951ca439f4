/** Mail sent at most once from an outbox in the database. */
@NullMarked
package eu.mpf.web.mail;

import org.jspecify.annotations.NullMarked;
