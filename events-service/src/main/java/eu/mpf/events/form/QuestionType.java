package eu.mpf.events.form;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What kind of answer a question takes, and how it looks in JSON. */
@Schema(name = "QuestionType")
public enum QuestionType {
    /** A string. */
    TEXT,
    /** A JSON number. */
    NUMBER,
    /** The key of one option. */
    CHOICE,
    /** An array of keys of options. */
    MULTI_CHOICE,
    /** {@code true} or {@code false}. */
    BOOLEAN,
    /** {@code YYYY-MM-DD}. */
    DATE
}
