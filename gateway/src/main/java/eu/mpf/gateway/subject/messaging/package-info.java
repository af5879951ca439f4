/** What the services answer to data protection requests. */
@NullMarked
package eu.mpf.gateway.subject.messaging;

import org.jspecify.annotations.NullMarked;
