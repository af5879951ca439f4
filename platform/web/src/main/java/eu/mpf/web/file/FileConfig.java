package eu.mpf.web.file;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The virus scanner for uploaded files. */
@ConfigMapping(prefix = "mpf.file")
public interface FileConfig {

    /** Host of a ClamAV daemon: files are given out only once it has found them clean. Empty by default. */
    Optional<String> scannerHost();

    /**
     * Whether files are given out unscanned where no scanner is set. Default {@code false}: without either a service does
     * not start, unless for development.
     */
    boolean unscanned();

    /** Its TCP port. Default 3310. */
    int scannerPort();

    /** How often waiting files are scanned. Default {@code 2s}; {@code off} for never. */
    String scanEvery();
}
