package eu.mpf.events.synopsis;

import eu.mpf.events.synopsis.SynopsisContent.Part;
import eu.mpf.events.synopsis.SynopsisContent.Positioning;
import eu.mpf.events.synopsis.SynopsisContent.Project;
import eu.mpf.events.synopsis.SynopsisContent.Section;
import eu.mpf.events.synopsis.SynopsisContent.Speaker;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report laid out: chapters numbered, tables drawn from the sections, the same for every format.
 *
 * @param edition number of the edition
 * @param status in words
 * @param date of publication, or of the draft
 */
public record SynopsisDocument(
        SynopsisContent content,
        Labels labels,
        Figures figures,
        String language,
        int edition,
        String status,
        String date,
        List<Chapter> chapters,
        List<Presented> presented,
        List<Contributor> contributors,
        List<Bar> bars) {

    /** What a chapter holds. */
    public enum Kind {
        INTRODUCTION,
        PART,
        PROJECTS,
        POSITIONING,
        NEXT_STEPS,
        READING,
        CONTRIBUTORS
    }

    /** @param part the block of the programme, for a chapter of that kind */
    public record Chapter(
            int number,
            String id,
            String title,
            Kind kind,
            @Nullable Part part) {
        /** Whether its table should not begin at the foot of a page. */
        public boolean tabular() {
            return kind == Kind.PROJECTS || kind == Kind.POSITIONING || kind == Kind.CONTRIBUTORS;
        }

        public boolean is(String name) {
            return kind.name().equals(name);
        }
    }

    /** A row of the table of projects. */
    public record Presented(
            String code, @Nullable String title, @Nullable String type, String session) {}

    /** A row of the table of contributors. */
    public record Contributor(
            String name, @Nullable String post, @Nullable String organisation, String roles) {}

    /** @param percent length of the bar, of the longest one */
    public record Bar(String label, int value, int percent) {}

    /** A label; see {@link Labels}. */
    public String say(String key) {
        return labels.of(key);
    }

    /** Edition, standing and date, as the cover shows them. */
    public String imprint() {
        return "%s · %s · %s".formatted(labels.format("edition", edition), status, date);
    }

    /** What the cover says there was, each figure with its word; nothing of which there was none. */
    public List<Glance> glance() {
        return Stream.of(
                        new Glance(figures.sessions(), labels.format("glance.sessions", figures.sessions())),
                        new Glance(
                                figures.contributions(),
                                labels.format("glance.contributions", figures.contributions())),
                        new Glance(figures.projects(), labels.format("glance.projects", figures.projects())),
                        new Glance(figures.questions(), labels.format("glance.questions", figures.questions())))
                .filter(glance -> glance.number() > 0)
                .toList();
    }

    /** @param words what there was so many of */
    public record Glance(long number, String words) {}

    /** How many projects took part in the exercise, in a sentence. */
    public String placed() {
        Positioning exercise = Objects.requireNonNull(content.positioning());
        return labels.format(
                "positioning.text",
                labels.count("placed", exercise.projects()),
                exercise.typologyVersion(),
                labels.count("several", exercise.severalMeans()));
    }

    /** A note on how a session was received: words, then the figures. */
    public @Nullable String received(Section section) {
        List<SynopsisContent.Score> scores = section.scores() == null ? List.of() : section.scores();
        String figures = scores.stream()
                .map(score -> labels.format(
                        "feedback.score",
                        labels.of("feedback." + score.criterion()),
                        NumberFormat.getNumberInstance(labels.locale()).format(score.mean()),
                        score.answers()))
                .collect(Collectors.joining("; "));
        String text = section.feedback();
        if (figures.isEmpty()) {
            return text;
        }
        String sentence = Phrases.capital(figures) + ".";
        return text == null ? sentence : text + (text.endsWith(".") ? " " : ". ") + sentence;
    }

    public String votes(int votes) {
        return labels.format("votes", votes);
    }

    public String deadline(String deadline) {
        return labels.format("deadline", deadline);
    }

    public String funds(List<String> funds) {
        return labels.format("funds", String.join("; ", funds));
    }

    static SynopsisDocument of(Synopsis synopsis) {
        SynopsisContent content = synopsis.content();
        Labels labels = Labels.in(synopsis.language());
        var at = synopsis.publishedAt() == null ? synopsis.createdAt() : synopsis.publishedAt();
        return new SynopsisDocument(
                content,
                labels,
                Figures.of(content.parts()),
                synopsis.language(),
                synopsis.edition(),
                labels.of("status." + synopsis.status()),
                new Phrases(labels).day(at),
                chapters(content, labels),
                presented(content),
                contributors(content),
                bars(content));
    }

    private static List<Chapter> chapters(SynopsisContent content, Labels labels) {
        List<Chapter> chapters = new ArrayList<>();
        if (content.introduction() != null) {
            add(chapters, labels.of("chapter.introduction"), Kind.INTRODUCTION, null);
        }
        content.parts().forEach(part -> add(chapters, part.title(), Kind.PART, part));
        if (!presented(content).isEmpty()) {
            add(chapters, labels.of("chapter.projects"), Kind.PROJECTS, null);
        }
        if (content.positioning() != null) {
            add(chapters, labels.of("chapter.positioning"), Kind.POSITIONING, null);
        }
        if (content.nextSteps() != null && !content.nextSteps().isEmpty()) {
            add(chapters, labels.of("chapter.next"), Kind.NEXT_STEPS, null);
        }
        if (content.furtherReading() != null && !content.furtherReading().isEmpty()) {
            add(chapters, labels.of("chapter.reading"), Kind.READING, null);
        }
        if (!contributors(content).isEmpty()) {
            add(chapters, labels.of("chapter.contributors"), Kind.CONTRIBUTORS, null);
        }
        return chapters;
    }

    private static void add(List<Chapter> chapters, String title, Kind kind, @Nullable Part part) {
        int number = chapters.size() + 1;
        chapters.add(new Chapter(number, "chapter-" + number, title, kind, part));
    }

    private static List<Presented> presented(SynopsisContent content) {
        List<Presented> rows = new ArrayList<>();
        for (Part part : content.parts()) {
            for (Section section : part.sections()) {
                for (Project project : section.projects()) {
                    rows.add(new Presented(project.code(), project.title(), project.type(), section.title()));
                }
            }
        }
        return rows;
    }

    private static List<Contributor> contributors(SynopsisContent content) {
        Map<String, Contributor> rows = new LinkedHashMap<>();
        for (Part part : content.parts()) {
            for (Section section : part.sections()) {
                for (Speaker speaker : section.speakers()) {
                    rows.merge(
                            speaker.name() + speaker.organisation(),
                            new Contributor(speaker.name(), speaker.post(), speaker.organisation(), speaker.role()),
                            (one, two) -> one.roles().contains(two.roles())
                                    ? one
                                    : new Contributor(
                                            one.name(),
                                            one.post(),
                                            one.organisation(),
                                            one.roles() + ", " + two.roles()));
                }
            }
        }
        return List.copyOf(rows.values());
    }

    private static List<Bar> bars(SynopsisContent content) {
        if (content.positioning() == null) {
            return List.of();
        }
        int most = content.positioning().counts().stream()
                .mapToInt(count -> count.projects())
                .max()
                .orElse(0);
        return content.positioning().counts().stream()
                .map(count -> new Bar(
                        count.label(), count.projects(), most == 0 ? 0 : Math.round(100f * count.projects() / most)))
                .toList();
    }
}
