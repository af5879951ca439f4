/** Streamed exports: CSV, XLSX and JSON Lines from one table definition. */
@NullMarked
package eu.mpf.web.export;

import org.jspecify.annotations.NullMarked;
