package eu.mpf.system.demo;

import eu.mpf.system.client.Platform;
import java.util.function.Consumer;

/**
 * Data that {@code ./mpf up} puts into an empty platform through its public API. Found by {@link java.util.ServiceLoader},
 * so the launcher runs without any as well.
 */
public interface DemoData {

    /** Asks the platform itself, as its data may have been restored or wiped behind our back. */
    boolean isLoaded(Platform platform);

    /**
     * Loads everything that is not there yet; a load that was interrupted goes on where it stopped.
     *
     * @param progress told a short line, such as "organisations 12 of 32", whenever it changes
     */
    void load(Platform platform, Consumer<String> progress);
}
