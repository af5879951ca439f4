package eu.mpf.web.notes;

import eu.mpf.web.problem.ProblemCatalogue;
import eu.mpf.web.problem.ProblemType;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

public enum NotesProblem implements ProblemType {
    NOTE_LOCKED;

    @Override
    public String code() {
        return "note-locked";
    }

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String title() {
        return "The note is locked";
    }

    static class Catalogue {
        @Produces
        @Singleton
        ProblemCatalogue.Part part() {
            return ProblemCatalogue.Part.of(NotesProblem.values());
        }
    }
}
