package eu.mpf.calls.exchange;

import static eu.mpf.calls.Calling.draftCall;
import static eu.mpf.calls.Calling.get;
import static eu.mpf.calls.Calling.openCall;
import static eu.mpf.calls.Calling.terms;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import eu.mpf.testkit.Api;
import eu.mpf.testkit.MpfTest;
import eu.mpf.testkit.Standards;
import java.io.StringReader;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

@MpfTest
@Tag("C23")
class CallExportsTest {

    private static String export(String reader, String mediaType, String key) {
        return ("".equals(reader) ? Api.anonymous() : Api.as(reader))
                .accept(mediaType)
                .queryParam("key", key)
                .get("/v1/calls")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static String keyOf(String id) {
        return get("programme-officer", "/v1/calls/" + id).getString("key");
    }

    @Test
    void asCsvWithTheMoneyOfEachFundAndDraftsForStaffOnly() {
        String key = keyOf(openCall(terms().replace("Borders and security", "=cmd|' /C calc'!A0")));
        String csv = export("", "text/csv", key);
        assertThat(csv).startsWith("\uFEFF\"id\",\"key\",\"title\"");
        assertThat(csv).contains(key, "BMVI;ISF", "6000000.00 EUR;5000000.00 EUR", "\"OPEN\"", "\"'=cmd");
        String draft = draftCall(terms()).path("key");
        assertThat(export("", "text/csv", draft)).doesNotContain(draft);
        assertThat(export("programme-officer", "text/csv", draft)).contains(draft);
    }

    @Test
    void asAnAtomFeedThatIsWellFormedWhateverTheTitleHolds() throws Exception {
        String id = openCall(terms().replace("Borders and security", "Borders <&> \\\"security\\\""));
        String xml = export("", AtomFeed.MEDIA_TYPE, keyOf(id));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document feed = factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
        var entries = feed.getElementsByTagNameNS("*", "entry");
        assertThat(entries.getLength()).isEqualTo(1);
        var entry = (org.w3c.dom.Element) entries.item(0);
        assertThat(entry.getElementsByTagNameNS("*", "id").item(0).getTextContent())
                .isEqualTo("urn:uuid:" + id);
        assertThat(entry.getElementsByTagNameNS("*", "title").item(0).getTextContent())
                .isEqualTo("Borders <&> \"security\"");
        for (String required : new String[] {"id", "title", "updated"}) {
            assertThat(feed.getDocumentElement()
                            .getElementsByTagNameNS("*", required)
                            .getLength())
                    .isPositive();
        }
    }

    /** What was pasted from a word processor; XML 1.0 knows no such characters, not even escaped. */
    @Test
    void asAnAtomFeedThatReadersCanOpenWhateverWasPastedIntoTheTitle() throws Exception {
        String id = openCall(
                terms().replace("Borders and security", "Borders\\u000b and\\u0007 secur\\uffffity \ud83d\ude00"));
        String xml = export("", AtomFeed.MEDIA_TYPE, keyOf(id));
        Document feed =
                DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        var entry = (org.w3c.dom.Element) feed.getElementsByTagName("entry").item(0);
        assertThat(entry.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("Borders and security \ud83d\ude00");
    }

    @Test
    void withItsThemesCountriesKindsOfApplicantAndLanguages() throws Exception {
        String scope =
                "{\"scope\": {\"themes\": [\"asylum\"], \"countries\": [\"MD\", \"GE\"], \"applicantKinds\": [\"NGO\"]}, ";
        String id = openCall(terms().replaceFirst("\\{", scope));
        String one = Api.anonymous()
                .accept(CommonGrants.MEDIA_TYPE)
                .get("/v1/calls/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(one).contains("\"customValue\":\"CIVIL_SOCIETY\"");
        assertThat(export("", "text/csv", keyOf(id))).contains("\"asylum\",\"MD;GE\",\"CIVIL_SOCIETY\",\"en\",\"en\"");
        assertThat(export("", AtomFeed.MEDIA_TYPE, keyOf(id)))
                .contains("xml:lang=\"en\"", "<category scheme=\"urn:mpf:theme\" term=\"asylum\"");
        assertThat(faults(one, "/paths/~1common-grants~1opportunities~1{oppId}/get"))
                .isEmpty();
    }

    @Test
    void asCommonGrantsThatItsPublishedSchemaAccepts() throws Exception {
        String id = openCall(terms());
        String list = export("", CommonGrants.MEDIA_TYPE, keyOf(id));
        String one = Api.anonymous()
                .accept(CommonGrants.MEDIA_TYPE)
                .get("/v1/calls/" + id)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(one)
                .contains("\"value\":\"open\"", "\"amount\":\"11000000.00\"", "17:00:00", "\"value\":\"unrestricted\"");
        assertThat(faults(list, "/paths/~1common-grants~1opportunities/get")).isEmpty();
        assertThat(faults(one, "/paths/~1common-grants~1opportunities~1{oppId}/get"))
                .isEmpty();
        assertThat(faults(one.replace("\"title\"", "\"tittle\""), "/paths/~1common-grants~1opportunities~1{oppId}/get"))
                .as("the check can fail")
                .isNotEmpty();
    }

    /** Two currencies have no sum, no least and no most: the details name them, and the document stays sound. */
    @Test
    @Tag("C4")
    void asCommonGrantsWithoutSumsWhereTheFundsAreInDifferentCurrencies() throws Exception {
        String isf = "\"5000000.00\", \"currency\": \"%s\"}, \"maximumRate\": \"90.00\",";
        String id = openCall(terms().replace(
                        isf.formatted("EUR"),
                        isf.formatted("USD") + " \"minimumGrant\": {\"amount\": \"100.00\", \"currency\": \"USD\"},"));
        String list = export("", CommonGrants.MEDIA_TYPE, keyOf(id));
        assertThat(list)
                .contains("6000000.00 EUR", "5000000.00 USD", "several currencies: EUR, USD")
                .doesNotContain("totalAmountAvailable", "minAwardAmount");
        assertThat(faults(list, "/paths/~1common-grants~1opportunities/get")).isEmpty();
    }

    /** What the standard's own document says against an answer of the operation at that pointer. */
    private static java.util.List<com.networknt.schema.Error> faults(String json, String operation) throws Exception {
        String schema = operation + "/responses/200/content/application~1json/schema";
        String standard = new YAMLMapper()
                .readTree(Standards.file("commongrants/openapi.0.4.0.yaml").toFile())
                .toString();
        SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                builder -> builder.schemas(java.util.Map.of("https://commongrants.test/openapi", standard)));
        Schema found = registry.getSchema(SchemaLocation.of("https://commongrants.test/openapi#" + schema));
        return found.validate(json, InputFormat.JSON);
    }
}
