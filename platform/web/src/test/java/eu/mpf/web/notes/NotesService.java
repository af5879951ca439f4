package eu.mpf.web.notes;

import eu.mpf.web.audit.AuditTrail;
import eu.mpf.web.problem.ProblemException;
import eu.mpf.web.value.Ids;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;

@ApplicationScoped
public class NotesService {
    private final EntityManager entities;
    private final AuditTrail audit;

    NotesService(EntityManager entities, AuditTrail audit) {
        this.entities = entities;
        this.audit = audit;
    }

    @Transactional
    public Note create(NotesResource.NewNote request) {
        var note = new Note();
        note.id = Ids.next();
        note.title = request.title();
        note.priority = request.priority();
        note.due = request.due();
        note.code = request.code();
        entities.persist(note);
        entities.flush();
        audit.record("note.created", "note", note.id, null, NotesResource.NoteView.of(note), null);
        return note;
    }

    @Transactional
    public Note get(UUID id) {
        var note = entities.find(Note.class, id);
        if (note == null) {
            throw ProblemException.notFound("note", id);
        }
        return note;
    }

    @Transactional
    public Note change(UUID id, long expected, java.util.function.UnaryOperator<NotesResource.NewNote> change) {
        var note = get(id);
        Versions.check(expected, note.version);
        var before = NotesResource.NoteView.of(note);
        var after = change.apply(new NotesResource.NewNote(note.title, note.priority, note.due, note.code, null));
        note.title = after.title();
        note.priority = after.priority();
        note.due = after.due();
        note.code = after.code();
        entities.flush();
        audit.record("note.amended", "note", note.id, before, NotesResource.NoteView.of(note), "asked for");
        return note;
    }
}
