package eu.mpf.events.event;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The law under which personal data of an event's registrants are processed. */
@Schema(name = "LegalRegime")
public enum LegalRegime {
    /** Regulation (EU) 2018/1725: institutions and bodies of the Union. */
    EU_2018_1725,
    /** Regulation (EU) 2016/679, the GDPR: authorities of Member States and everybody else in the Union. */
    GDPR,
    /** Rules of an international organisation, which stands outside both. */
    INTERNATIONAL_ORGANISATION
}
