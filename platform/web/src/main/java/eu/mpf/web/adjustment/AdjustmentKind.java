package eu.mpf.web.adjustment;

import java.util.Locale;

/** What can be adjusted. The name of each is its object type in the audit trail, in lower case with dashes. */
public enum AdjustmentKind {
    SETTING,
    RETENTION,
    MAIL_TEMPLATE,
    CODE_LIST,
    ORGANISATION_ROLES;

    /** As the audit trail calls it: {@code mail-template}. */
    public String objectType() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
