package eu.mpf.web.file;

/** Whether a file may be given out. */
public enum FileState {
    /** No scanner is set up. Given out. */
    NOT_SCANNED,
    /** Waits for the scanner. Not given out. */
    QUARANTINED,
    /** The scanner found nothing. Given out. */
    CLEAN,
    /** The scanner found something. Never given out. */
    INFECTED;

    /** @param scan what the scanner has said about the content: PENDING, CLEAN or INFECTED */
    static FileState of(String scan, boolean scannerIsSetUp) {
        return scan.equals("PENDING") ? scannerIsSetUp ? QUARANTINED : NOT_SCANNED : valueOf(scan);
    }

    public boolean isGivenOut() {
        return this == NOT_SCANNED || this == CLEAN;
    }
}
