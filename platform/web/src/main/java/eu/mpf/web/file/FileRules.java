package eu.mpf.web.file;

import java.util.Set;

/**
 * What may be stored for one owner.
 *
 * @param maxSize bytes of one file
 * @param maxCount files of one owner, versions of a file counted once
 * @param mediaTypes allowed types, as the content shows them
 * @param personal whether the files hold personal data: they are then kept by no cache
 */
public record FileRules(long maxSize, int maxCount, Set<String> mediaTypes, boolean personal) {
    public static final String PDF = "application/pdf";
    public static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public static final String PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation";
    public static final String ODT = "application/vnd.oasis.opendocument.text";
    public static final String ODS = "application/vnd.oasis.opendocument.spreadsheet";
    public static final String ODP = "application/vnd.oasis.opendocument.presentation";

    /** PDF, office documents of both standards, pictures, plain text and CSV. */
    public static final Set<String> DOCUMENTS =
            Set.of(PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, "image/png", "image/jpeg", "text/plain", "text/csv");

    public FileRules {
        mediaTypes = Set.copyOf(mediaTypes);
        if (maxSize < 1 || maxCount < 1 || mediaTypes.isEmpty()) {
            throw new IllegalArgumentException("rules that allow no file");
        }
    }
}
