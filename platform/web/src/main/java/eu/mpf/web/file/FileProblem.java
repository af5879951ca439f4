package eu.mpf.web.file;

import eu.mpf.web.problem.ProblemCatalogue;
import eu.mpf.web.problem.ProblemType;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;

/** The problems of files, in every service. */
public enum FileProblem implements ProblemType {
    FILE_TOO_LARGE(413, "The file is too large"),
    FILE_TYPE_NOT_ALLOWED(415, "This type of file is not allowed here"),
    FILE_TYPE_MISMATCH(415, "The file is not what its name or type says"),
    TOO_MANY_FILES(409, "There are as many files as allowed"),
    FILE_NOT_CLEAN(409, "The file is not given out");

    private final int status;
    private final String title;

    FileProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    static class Catalogue {
        @Produces
        @Singleton
        ProblemCatalogue.Part files() {
            return ProblemCatalogue.Part.of(values());
        }
    }
}
