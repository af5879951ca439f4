package eu.mpf.web.file;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** The virus scanner for uploaded files. */
@ConfigMapping(prefix = "mpf.file")
public interface FileConfig {

    /** Host of a ClamAV daemon. Empty by default: files are given out unscanned. Set: only once found clean. */
    Optional<String> scannerHost();

    /** Its TCP port. Default 3310. */
    int scannerPort();

    /** How often waiting files are scanned. Default {@code 2s}; {@code off} for never. */
    String scanEvery();
}
