package eu.mpf.calls.call;

import eu.mpf.web.file.FileOwner;
import eu.mpf.web.file.FileRules;
import eu.mpf.web.file.StoredFile;
import eu.mpf.web.file.StoredFiles;
import eu.mpf.web.file.Upload;
import eu.mpf.web.problem.FieldError;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.problem.Violations;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The files of the guidelines of calls. In each language there is one, whose versions all stay. */
@ApplicationScoped
class GuidelinesFiles {

    private static final FileRules RULES = new FileRules(
            10 << 20, LocalizedText.LANGUAGES.size(), Set.of(FileRules.PDF, FileRules.DOCX, FileRules.ODT), false);

    private final StoredFiles files;
    private final Sql sql;

    GuidelinesFiles(StoredFiles files, Sql sql) {
        this.files = files;
        this.sql = sql;
    }

    private static FileOwner owner(UUID callId) {
        return new FileOwner("call-guidelines", callId.toString());
    }

    /** Stores the next version in the upload's language; it is in force once an edition names it. */
    StoredFile add(UUID callId, Upload upload) {
        sql.lock("guidelines/" + callId);
        Optional<StoredFile> before = files.of(owner(callId)).stream()
                .filter(file -> Objects.equals(file.language(), upload.language()))
                .findFirst();
        return before.isPresent()
                ? files.replace(before.get().id(), upload, RULES)
                : files.store(owner(callId), upload, RULES);
    }

    /** In every version, the oldest first. */
    List<StoredFile> of(UUID callId) {
        return files.allOf(owner(callId));
    }

    void removeAll(UUID callId) {
        files.of(owner(callId)).forEach(file -> files.remove(file.id()));
    }

    /**
     * The terms with what is known of the files they name.
     *
     * @param pointer to the terms, in the request
     * @throws ProblemException 400 for a file the call does not have, and for two in one language
     */
    CallTerms filledIn(UUID callId, CallTerms terms, String pointer) {
        List<GuidelinesFile> named = terms.guidelinesFiles();
        if (named.isEmpty()) {
            return terms;
        }
        Map<UUID, StoredFile> known =
                of(callId).stream().collect(Collectors.toMap(StoredFile::id, Function.identity()));
        Violations violations = new Violations();
        List<GuidelinesFile> filled = new ArrayList<>();
        Set<String> languages = new HashSet<>();
        for (int i = 0; i < named.size(); i++) {
            String place = pointer + "/guidelines/files/" + i + "/fileId";
            StoredFile file = known.get(named.get(i).fileId());
            if (file == null) {
                violations.add(place, "unknown-file", "the call has no such file of its guidelines");
            } else {
                filled.add(GuidelinesFile.of(file));
                violations.check(
                        languages.add(String.valueOf(file.language())),
                        place,
                        "duplicate",
                        "another file is in the same language");
            }
        }
        violations.throwIfAny();
        return terms.withGuidelines(Objects.requireNonNull(terms.guidelines()).with(filled));
    }

    /** The files that terms name and that may not be given out, with their pointers. */
    List<FieldError> heldBack(CallTerms terms) {
        Violations faults = new Violations();
        List<GuidelinesFile> named = terms.guidelinesFiles();
        for (int i = 0; i < named.size(); i++) {
            Optional<StoredFile> file = files.find(named.get(i).fileId());
            faults.check(
                    file.isPresent() && file.get().state().isGivenOut(),
                    "/guidelines/files/" + i + "/fileId",
                    "file-not-clean",
                    "this file is not found clean");
        }
        return faults.list();
    }
}
