package eu.mpf.web.file;

import eu.mpf.web.WebConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Refuses to start a production system that would give out uploaded files unscanned because nobody thought of it. */
@ApplicationScoped
class ScannerDemand {
    private final FileConfig files;
    private final WebConfig web;

    ScannerDemand(FileConfig files, WebConfig web) {
        this.files = files;
        this.web = web;
    }

    void refuse(@Observes StartupEvent start) {
        if (LaunchMode.current() == LaunchMode.NORMAL && !web.development() && isForgotten(files)) {
            throw new IllegalStateException(
                    "No virus scanner is set: set mpf.file.scanner-host, or mpf.file.unscanned=true"
                            + " to give out uploaded files unscanned.");
        }
    }

    static boolean isForgotten(FileConfig files) {
        return files.scannerHost().isEmpty() && !files.unscanned();
    }
}
