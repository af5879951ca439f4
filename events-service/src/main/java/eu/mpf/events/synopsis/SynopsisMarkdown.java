package eu.mpf.events.synopsis;

import eu.mpf.events.synopsis.SynopsisContent.Call;
import eu.mpf.events.synopsis.SynopsisContent.Handout;
import eu.mpf.events.synopsis.SynopsisContent.Part;
import eu.mpf.events.synopsis.SynopsisContent.Positioning;
import eu.mpf.events.synopsis.SynopsisContent.Question;
import eu.mpf.events.synopsis.SynopsisContent.Reading;
import eu.mpf.events.synopsis.SynopsisContent.Section;
import eu.mpf.events.synopsis.SynopsisContent.Speaker;
import eu.mpf.events.synopsis.SynopsisDocument.Chapter;
import eu.mpf.web.link.Prose;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The report as Markdown (CommonMark with tables), for those who take it into documents of their own. */
final class SynopsisMarkdown {
    private final List<String> lines = new ArrayList<>();

    private final SynopsisDocument document;

    private SynopsisMarkdown(SynopsisDocument document) {
        this.document = document;
    }

    static String render(SynopsisDocument document) {
        SynopsisMarkdown page = new SynopsisMarkdown(document);
        page.head();
        document.chapters().forEach(page::chapter);
        return String.join("\n", page.lines).strip() + "\n";
    }

    private void head() {
        paragraph("# " + plain(document.content().title()));
        String when = document.content().when();
        paragraph(document.say("report") + (when == null ? "" : ", " + plain(when)));
        paragraph("*%s*".formatted(document.imprint()));
    }

    private void chapter(Chapter chapter) {
        SynopsisContent content = document.content();
        paragraph("## %d. %s".formatted(chapter.number(), plain(chapter.title())));
        switch (chapter.kind()) {
            case INTRODUCTION -> paragraph(prose(content.introduction()));
            case PART -> part(chapter.part());
            case PROJECTS ->
                table(
                        columns("project", "title", "type", "session"),
                        document.presented().stream()
                                .map(row -> Stream.of(row.code(), row.title(), row.type(), row.session())));
            case POSITIONING -> positioning(content.positioning());
            case NEXT_STEPS -> numbered(content.nextSteps());
            case READING -> reading(content.furtherReading());
            case CONTRIBUTORS ->
                table(
                        columns("name", "post", "organisation", "role"),
                        document.contributors().stream()
                                .map(row -> Stream.of(row.name(), row.post(), row.organisation(), row.roles())));
        }
    }

    private void part(@Nullable Part part) {
        if (part != null) {
            part.sections().forEach(this::section);
        }
    }

    private void section(Section section) {
        paragraph("### " + plain(section.title()));
        bullets(section.speakers().stream().map(SynopsisMarkdown::speaker).toList());
        if (!section.points().isEmpty()) {
            paragraph(strong("points"));
            bullets(section.points().stream().map(SynopsisMarkdown::prose).toList());
        }
        Call call = section.call();
        if (call != null) {
            paragraph("> **%s**%s%s"
                    .formatted(
                            plain(call.title() == null ? call.key() : call.title()),
                            call.deadline() == null ? "" : ". " + plain(document.deadline(call.deadline())),
                            call.funds().isEmpty() ? "" : ". " + plain(document.funds(call.funds()))));
        }
        if (!section.questionTopics().isEmpty()) {
            paragraph(strong("topics"));
            bullets(section.questionTopics().stream()
                    .map(SynopsisMarkdown::plain)
                    .toList());
        }
        for (Question question : section.questions()) {
            paragraph("**%s**%s"
                    .formatted(
                            plain(question.question()),
                            question.votes() == 0 ? "" : " (%s)".formatted(document.votes(question.votes()))));
            paragraph(question.answer() == null ? document.say("open") : prose(question.answer()));
        }
        List<Handout> materials = Objects.requireNonNull(section.materials());
        if (!materials.isEmpty()) {
            paragraph(strong("materials"));
            bullets(materials.stream()
                    .map(material ->
                            "%s (%s)".formatted(link(material.title(), material.target()), plain(material.kind())))
                    .toList());
        }
        String received = document.received(section);
        if (received != null) {
            paragraph("> %s: %s".formatted(strong("feedback"), prose(received)));
        }
    }

    private void positioning(@Nullable Positioning positioning) {
        if (positioning == null) {
            return;
        }
        paragraph(document.placed());
        table(
                columns("type", "count"),
                document.bars().stream().map(bar -> Stream.of(bar.label(), Integer.toString(bar.value()))));
        if (positioning.outcome() != null) {
            paragraph("> %s: %s".formatted(strong("positioning.outcome"), prose(positioning.outcome())));
        }
    }

    private String strong(String label) {
        return "**%s**".formatted(document.say(label));
    }

    private List<String> columns(String... names) {
        return Stream.of(names).map(name -> document.say("column." + name)).toList();
    }

    private void reading(@Nullable List<Reading> readings) {
        if (readings != null) {
            bullets(readings.stream()
                    .map(reading -> link(reading.text(), reading.target()))
                    .toList());
        }
    }

    private void numbered(@Nullable List<String> steps) {
        for (int i = 0; steps != null && i < steps.size(); i++) {
            lines.add("%d. %s".formatted(i + 1, prose(steps.get(i))));
        }
        lines.add("");
    }

    private void bullets(List<String> items) {
        items.forEach(item -> lines.add("- " + item));
        if (!items.isEmpty()) {
            lines.add("");
        }
    }

    private void paragraph(String text) {
        lines.add(text);
        lines.add("");
    }

    private void table(List<String> heads, Stream<Stream<@Nullable String>> rows) {
        lines.add("| " + String.join(" | ", heads) + " |");
        lines.add("|" + " --- |".repeat(heads.size()));
        rows.forEach(row ->
                lines.add(row.map(cell -> cell == null ? "–" : plain(cell).replace("|", "\\|"))
                        .collect(Collectors.joining(" | ", "| ", " |"))));
        lines.add("");
    }

    private static String speaker(Speaker speaker) {
        return "**%s**%s%s (%s)"
                .formatted(
                        plain(speaker.name()),
                        speaker.post() == null ? "" : ", " + plain(speaker.post()),
                        speaker.organisation() == null ? "" : ", " + plain(speaker.organisation()),
                        plain(speaker.role()));
    }

    /** A link if it leads to the web, otherwise its words; nothing in the target may end it early. */
    private static String link(String text, @Nullable String target) {
        return target != null && Prose.leadsSomewhere(target)
                ? "[%s](%s)"
                        .formatted(
                                plain(text),
                                target.replaceAll("\\s+", "%20")
                                        .replace("(", "%28")
                                        .replace(")", "%29"))
                : plain(text);
    }

    /** With links to the web kept as they are, and everything else taken literally. */
    private static String prose(@Nullable String text) {
        return text == null
                ? ""
                : Prose.pieces(text).stream()
                        .map(piece -> piece instanceof Prose.Link link
                                ? link(link.text(), link.target())
                                : plain(piece.text()))
                        .collect(Collectors.joining());
    }

    /** Nothing in a text may start a heading, a list or an emphasis of its own. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#])", "\\\\$1");
    }
}
