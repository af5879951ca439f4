package eu.mpf.events;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Settings of the events service. */
@ConfigMapping(prefix = "mpf.events")
public interface EventsConfig {

    /** Secret that signs the token by which a registrant manages a registration. At least 32 characters. */
    @WithDefault("development-only-registration-key-change-me")
    String registrationKey();

    /** How often lapsed offers of a seat go on to the next in line. Default 30 s. */
    @WithDefault("30s")
    String offerSweep();

    /** How many seats that fell free are passed on in one transaction. Default 100. */
    @WithDefault("100")
    int passOnPortion();

    /** How often the next portions of seats are passed on, where there are more. Default 2 s. */
    @WithDefault("2s")
    String passOnEvery();

    /** How often an exercise that somebody follows live is looked at. Default 1 s. */
    @WithDefault("PT1S")
    Duration tallyInterval();

    /** Who stands behind the events, in linked data. */
    Organiser organiser();

    /** Who stands behind the events, in linked data. */
    interface Organiser {
        /** Its name. */
        @WithDefault("Migration Partnership Facility")
        String name();

        /** Its page on the web. */
        @WithDefault("https://www.migrationpartnershipfacility.eu")
        String page();
    }

    /** How often those registered are told of events that were moved or cancelled. Default 5 s. */
    @WithDefault("5s")
    String announceEvery();

    /** How often personal data are looked through for what is kept no longer. Default 1 h. */
    @WithDefault("1h")
    String retentionSweep();

    /** How building-access data are encrypted. */
    BuildingAccess buildingAccess();

    /** How building-access data are encrypted. */
    interface BuildingAccess {
        /** Which of the keys encrypts from now on; the others still decrypt. Default {@code first}. */
        @WithDefault("first")
        String currentKey();

        /**
         * Keys by their id: base64 of 32 bytes each, kept outside the database. The one that comes with the service,
         * {@code first}, is for development only.
         */
        Map<String, String> keys();
    }
}
