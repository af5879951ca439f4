/** People as data subjects: who they are by hash, where their data is, and how it is exported, erased and let go. */
@NullMarked
package eu.mpf.web.subject;

import org.jspecify.annotations.NullMarked;
