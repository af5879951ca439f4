package eu.mpf.calls.clarification.api;

import eu.mpf.calls.clarification.Clarification;
import eu.mpf.calls.clarification.Wording;
import eu.mpf.web.json.StoredJson;
import eu.mpf.web.language.Languages;
import eu.mpf.web.sql.Sql;
import eu.mpf.web.value.LocalizedText;
import eu.mpf.web.version.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Questions and answers as the caller reads them. */
@ApplicationScoped
class ClarificationViews {

    static final String COLUMNS =
            "q.id, q.call_id, q.language, q.question, q.question_text, q.answer, q.answer_text, q.asked_at, q.answered_at";

    private final Languages languages;
    private final StoredJson stored;

    ClarificationViews(Languages languages, StoredJson stored) {
        this.languages = languages;
        this.stored = stored;
    }

    /** @param binding the call's binding language */
    ClarificationView of(Clarification clarification, String binding) {
        return view(
                clarification.id(),
                clarification.callId(),
                clarification.wording(binding),
                clarification.askedAt(),
                clarification.answeredAt());
    }

    /** As an answer with its ETag. */
    Response answer(Clarification clarification, String binding) {
        return Response.ok(of(clarification, binding))
                .tag(Versions.etag(clarification.version()))
                .build();
    }

    /** Of a row with {@link #COLUMNS}. */
    ClarificationView row(ResultSet row, String binding) throws SQLException {
        return view(
                row.getObject("id", UUID.class),
                row.getObject("call_id", UUID.class),
                Wording.of(
                        binding,
                        row.getString("language"),
                        row.getString("question"),
                        text(row.getString("question_text")),
                        row.getString("answer"),
                        text(row.getString("answer_text"))),
                Objects.requireNonNull(Sql.instant(row, "asked_at")),
                Sql.instant(row, "answered_at"));
    }

    private @Nullable LocalizedText text(@Nullable String json) {
        return json == null ? null : stored.read(json, LocalizedText.class);
    }

    private ClarificationView view(
            UUID id, UUID callId, Wording wording, Instant askedAt, @Nullable Instant answeredAt) {
        LocalizedText answer = wording.answer();
        return new ClarificationView(
                id,
                callId,
                languages.pick(wording.question(), wording.language()),
                answer == null ? null : languages.pick(answer, Objects.requireNonNull(wording.bindingLanguage())),
                answer != null,
                askedAt,
                answeredAt,
                wording.language(),
                wording.question(),
                answer,
                wording.bindingLanguage());
    }
}
