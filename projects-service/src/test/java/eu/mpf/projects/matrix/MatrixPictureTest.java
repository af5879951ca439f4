package eu.mpf.projects.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import eu.mpf.projects.project.ProjectMeans;
import eu.mpf.projects.typology.PartnershipType;
import eu.mpf.projects.typology.TypeMapping;
import eu.mpf.projects.typology.TypologyStatus;
import eu.mpf.projects.typology.TypologyView;
import eu.mpf.web.value.Ids;
import eu.mpf.web.value.LocalizedText;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The picture of both versions of the typology. It is kept under {@code target/pictures} to be looked at. */
@Tag("P6")
class MatrixPictureTest {

    private static final MatrixWords ENGLISH = MatrixWords.in(Locale.ENGLISH, List.of());

    private static final Path PICTURES = Path.of("target/pictures");

    private static final LocalDate DAY = LocalDate.of(2023, 9, 21);

    private static final List<TypologyView> TYPOLOGIES = List.of(
            typology(
                    1,
                    List.of(
                            type("operational", "Operational partnership", false),
                            type("policy-dialogue", "Policy and dialogue partnership", false),
                            type("capacity", "Capacity partnership", false),
                            type("action-research", "Action research partnership", false),
                            type("skills-labour-mobility", "Skills and labour mobility partnership", false)),
                    List.of()),
            typology(
                    2,
                    List.of(
                            type("operational", "Operational partnership", false),
                            type("policy-dialogue", "Policy and dialogue partnership", false),
                            type("capacity", "Capacity partnership", false),
                            type("action-research", "Action research partnership", false),
                            type("skills-labour-mobility", "Skills and labour mobility partnership", true),
                            type("hybrid", "Hybrid partnership", false)),
                    List.of(new TypeMapping("skills-labour-mobility", "hybrid", false, "Each project is re-read"))));

    @Test
    void bothVersionsArePicturesThatFitAndSayInWordsWhatTheyShow() throws Exception {
        for (int version : List.of(1, 2)) {
            Matrix matrix = matrix(version);
            byte[] svg = MatrixFormats.svg(matrix, ENGLISH);
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve("matrix-v" + version + ".svg"), svg);

            Document picture = parse(svg);
            Element root = picture.getDocumentElement();
            assertThat(root.getAttribute("aria-labelledby")).isEqualTo("title");
            assertThat(root.getElementsByTagName("desc").item(0).getTextContent())
                    .contains("Capacity partnership: 4 in the facility’s view, 3 in the grantees’.")
                    .contains("One project is not classified");
            assertThat(roles(picture, "rowheader")).hasSize(matrix.rows().size() + 1);
            assertThat(roles(picture, "columnheader")).hasSize(matrix.columns().size() + 1);
            assertThat(roles(picture, "cell"))
                    .hasSize(matrix.columns().size()
                            + matrix.rows().stream()
                                    .mapToInt(row -> row.cells().size())
                                    .sum());
            everythingLiesWithin(picture);
        }
    }

    @Test
    void thePictureSpeaksEveryLanguageOffered() throws Exception {
        for (Locale language : MatrixWords.OFFERED) {
            byte[] svg = MatrixFormats.svg(fifty(), MatrixWords.in(language, List.of()));
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve("matrix-" + language.getLanguage() + ".svg"), svg);

            Document picture = parse(svg);
            assertThat(picture.getDocumentElement().getAttribute("xml:lang")).isEqualTo(language.getLanguage());
            assertThat(new String(svg, StandardCharsets.UTF_8))
                    .contains(
                            switch (language.getLanguage()) {
                                case "fr" -> "Projets par type de partenariat";
                                case "de" -> "Stand 21. September 2023";
                                default -> "as of 21 September 2023";
                            })
                    .doesNotContain("{");
            everythingLiesWithin(picture);
        }
    }

    /** As many projects as the facility had awarded when the report of 2023 was written. */
    private static Matrix fifty() {
        MatrixBuilder builder = new MatrixBuilder(new CarryOver(TYPOLOGIES, 2), 2);
        List<String> codes =
                List.of("operational", "policy-dialogue", "capacity", "action-research", "skills-labour-mobility");
        for (int i = 0; i < 52; i++) {
            add(
                    builder,
                    "PROJECT-" + i,
                    "Strengthening the capacities of authority number " + i
                            + " through exchanges between Member States and partner countries",
                    List.of(codes.get(i % 5)),
                    i % 3 == 0 ? List.of() : i % 2 == 0 ? List.of(codes.get(i % 5)) : List.of(codes.get((i + 1) % 4)));
        }
        return new Matrix(2, DAY, null, builder.columns(), builder.rows(), builder.unclassified(), builder.agreement());
    }

    @Test
    void theSecondVersionShowsWhatWasCarriedOverAndWhatMustBeReadAgain() {
        String svg = new String(MatrixFormats.svg(matrix(2), ENGLISH), StandardCharsets.UTF_8);

        assertThat(svg)
                .contains(
                        "said of that earlier version",
                        "COOP4INT: Capacity partnership (facility and grantee, carried over from version 1)")
                .contains("skills-labour-mobility of version 1 is to be read again: Each project is re-read")
                .contains("Hybrid partnership")
                .doesNotContain("Skills and labour");
    }

    @Test
    void aTitleThatIsTooLongIsCutInThePictureAndWholeInItsTip() {
        Matrix.Row row = matrix(1).rows().getFirst();
        List<String> lines = Svg.wrap(row.title(), 52, 2);

        assertThat(row.title().length()).isGreaterThan(104);
        assertThat(lines)
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(54));
        assertThat(lines.getLast()).endsWith("…");
        assertThat(new String(MatrixFormats.svg(matrix(1), ENGLISH), StandardCharsets.UTF_8))
                .contains(row.title());
        assertThat(Svg.wrap("Donaudampfschifffahrtsgesellschaft", 16, 4)).containsExactly("Donaudampfschif…");
        assertThat(Svg.wrap("short", 16, 4)).containsExactly("short");
    }

    @Test
    void aTitleCannotBreakOutOfThePicture() throws Exception {
        Matrix hostile = new Matrix(
                1,
                DAY,
                "a\"<b>",
                List.of(new Matrix.Column("x", LocalizedText.of("en", "<script>alert(1)</script>"), 1, 0)),
                List.of(new Matrix.Row(
                        "1",
                        "\"onload=\"x",
                        "</text><script/>",
                        List.of(new Matrix.Cell("x", true, false, null)),
                        List.of())),
                0,
                new Matrix.Agreement(0, 0, null));

        Document picture = parse(MatrixFormats.svg(hostile, ENGLISH));
        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
    }

    /** No coordinate lies outside of the view box; nothing would be cut off in print. */
    private static void everythingLiesWithin(Document picture) {
        String[] box = picture.getDocumentElement().getAttribute("viewBox").split(" ");
        for (Element element : elements(picture.getElementsByTagName("*"))) {
            within(element, "x", Double.parseDouble(box[2]));
            within(element, "cx", Double.parseDouble(box[2]));
            within(element, "y", Double.parseDouble(box[3]));
            within(element, "cy", Double.parseDouble(box[3]));
        }
    }

    private static void within(Element element, String attribute, double limit) {
        if (element.hasAttribute(attribute)) {
            assertThat(Double.parseDouble(element.getAttribute(attribute))).isBetween(0.0, limit);
        }
    }

    private static List<Element> roles(Document picture, String role) {
        return elements(picture.getElementsByTagName("*")).stream()
                .filter(element -> element.getAttribute("role").equals(role))
                .toList();
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static Document parse(byte[] svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
    }

    private static Matrix matrix(int version) {
        MatrixBuilder builder = new MatrixBuilder(new CarryOver(TYPOLOGIES, version), version);
        add(
                builder,
                "FORGED-DOCS",
                "Enhancing capacities of Border Police forces to detect forged identity and travel documents for preventing and combating irregular migration and trafficking in human beings",
                List.of("operational"),
                List.of("operational", "capacity"));
        add(
                builder,
                "COOP4INT",
                "Strengthening Migrant Integration through Cooperation between Portugal and Cabo Verde",
                List.of("capacity"),
                List.of("capacity"));
        add(
                builder,
                "GBP-SURVEILLANCE",
                "Strengthening Georgian Border Police (GBP) Capacities for Green and Sea Border Surveillance",
                List.of("capacity", "operational"),
                List.of());
        add(
                builder,
                "WAFIRA",
                "Women As Financially Independent Rural Actors",
                List.of("skills-labour-mobility"),
                List.of("skills-labour-mobility"));
        add(
                builder,
                "DIGITAL-EXPLORERS",
                "Digital Explorers",
                List.of("skills-labour-mobility", "capacity"),
                List.of("capacity"));
        add(
                builder,
                "INSIGHT",
                "Building capacity to deal with human trafficking and transit routes in Nigeria, Italy, and Sweden",
                List.of("action-research", "capacity"),
                List.of("action-research"));
        add(builder, "PRAGUE-PROCESS", "Prague Process", List.of("policy-dialogue"), List.of("policy-dialogue"));
        add(builder, "BUDAPEST-PROCESS", "Budapest Process", List.of("policy-dialogue"), List.of());
        add(builder, "RAPAK", "RAPAK", List.of(), List.of());
        return new Matrix(
                version,
                DAY,
                "typology-study-2023",
                builder.columns(),
                builder.rows(),
                builder.unclassified(),
                builder.agreement());
    }

    private static void add(
            MatrixBuilder builder, String code, String title, List<String> facility, List<String> grantee) {
        List<ProjectMeans> means = new ArrayList<>();
        if (!facility.isEmpty()) {
            means.add(new ProjectMeans(1, "FACILITY", facility, DAY));
        }
        if (!grantee.isEmpty()) {
            means.add(new ProjectMeans(1, "GRANTEE", grantee, DAY));
        }
        builder.add(new MatrixSource.Entry(code, code, title, means));
    }

    private static PartnershipType type(String code, String name, boolean retired) {
        return new PartnershipType(code, LocalizedText.of("en", name), null, List.of(), retired ? "Agreed" : null);
    }

    private static TypologyView typology(int version, List<PartnershipType> types, List<TypeMapping> mappings) {
        return new TypologyView(
                Ids.next(),
                version,
                TypologyStatus.PUBLISHED,
                null,
                types,
                mappings,
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH,
                1);
    }
}
