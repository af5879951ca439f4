package eu.mpf.web.file;

import eu.mpf.web.file.FileTypes.NotWhatItSays;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.ProblemType;
import eu.mpf.web.value.LocalizedText;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/** Whether an upload may be stored under the rules. */
final class FileChecks {
    private static final String POINTER = "/file";

    /** Control and formatting characters, which can turn a name round, and the mark of a second stream of a file. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}:]");

    /** Devices of one system, whatever their extension. */
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?");

    /** What runs, as the last but one extension: some systems hide the last one. */
    private static final Pattern DECEPTIVE = Pattern.compile(
            "(?i).*\\.(exe|com|scr|bat|cmd|pif|js|jse|vbs|vbe|wsf|hta|ps1|jar|msi|lnk|reg|dll|cpl|app|sh|php|jspx?|aspx?"
                    + "|x?html?|svg)\\.[^.]+");

    private static final int LONGEST_NAME = 200;

    private FileChecks() {}

    /** An upload that passed. */
    record Checked(String name, String mediaType, FileContents.Measure measure) {}

    static Checked check(Upload upload, FileRules rules) throws IOException {
        var name = name(upload.name());
        if (upload.language() != null && !LocalizedText.LANGUAGES.contains(upload.language())) {
            throw ProblemException.invalid("/language", "invalid", "is not an official language of the Union");
        }
        var measure = FileContents.measure(upload.source(), rules.maxSize());
        if (measure.size() == 0) {
            throw ProblemException.invalid(POINTER, "empty", "the file holds nothing");
        }
        if (measure.size() > rules.maxSize()) {
            throw refused(FileProblem.FILE_TOO_LARGE, "A file may have %d bytes here.".formatted(rules.maxSize()));
        }
        try {
            var type = FileTypes.of(upload, measure.size());
            if (!rules.mediaTypes().contains(type)) {
                throw refused(
                        FileProblem.FILE_TYPE_NOT_ALLOWED,
                        "%s is not allowed here; allowed are %s."
                                .formatted(
                                        type,
                                        String.join(
                                                ", ",
                                                rules.mediaTypes().stream()
                                                        .sorted()
                                                        .toList())));
            }
            return new Checked(name, type, measure);
        } catch (NotWhatItSays e) {
            throw refused(FileProblem.FILE_TYPE_MISMATCH, e.getMessage() + ".");
        }
    }

    static void count(int present, FileRules rules) {
        if (present >= rules.maxCount()) {
            throw refused(FileProblem.TOO_MANY_FILES, "There may be %d files here.".formatted(rules.maxCount()));
        }
    }

    /** The last part of a path, as some browsers send one. */
    private static String name(String sent) {
        var name = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1)
                .strip();
        if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || UNPRINTABLE.matcher(name).find()
                || DEVICE.matcher(name).matches()
                || name.startsWith(".")) {
            throw ProblemException.invalid(
                    POINTER, "name-invalid", "the file needs a name of 1 to %d characters".formatted(LONGEST_NAME));
        }
        if (DECEPTIVE.matcher(name).matches()) {
            throw ProblemException.invalid(POINTER, "name-deceptive", "the name seems to be that of a program");
        }
        return name;
    }

    private static ProblemException refused(ProblemType type, String detail) {
        return new ProblemException(type, detail, List.of(new FieldError(POINTER, type.code(), detail)));
    }
}
