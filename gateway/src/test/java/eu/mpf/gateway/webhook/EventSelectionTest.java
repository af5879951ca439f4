package eu.mpf.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which events a webhook wants. */
@Tag("X6")
class EventSelectionTest {

    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.ALLOW_SINGLE_QUOTES);
    private static final String TYPE = "eu.mpf.calls.grant.awarded.v1";
    private static final String DATA =
            "{'fund':'ISF','year':2026,'final':true,'themes':['return','asylum'],'euShare':{'amount':'1'},"
                    + "'none':null,'empty':[],'pair':[1,2]}";

    private static boolean wants(List<String> types, Map<String, List<String>> filter, String type) throws IOException {
        JsonNode data = JSON.readTree(DATA);
        return new EventSelection(WebhookTest.webhook(types, filter)).wants(type, data);
    }

    @ParameterizedTest
    @CsvSource({
        "'', true",
        "eu.mpf.calls.grant.awarded.v1, true",
        "eu.mpf.calls.grant.awarded.v2, false",
        "eu.mpf.calls.grant.awarded, false",
        "eu.mpf.calls.*, true",
        "eu.mpf.calls.grant.*, true",
        "eu.mpf.call.*, false",
        "eu.mpf.calls.grant.awarded.v1.*, false",
        "eu.mpf.projects.*, false",
        "eu.mpf.projects.* eu.mpf.calls.grant.awarded.v1, true",
        "eu.mpf.calls.* eu.mpf.projects.*, true",
        "eu.mpf.projects.* eu.mpf.events.*, false",
    })
    void aTypeIsWantedByItsNameItsBeginningOrIfNoneIsNamed(String types, boolean wanted) throws IOException {
        assertThat(wants(types.isEmpty() ? List.of() : List.of(types.split(" ")), Map.of(), TYPE))
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | true",
                "{'fund':['ISF']} | true",
                "{'fund':['AMIF','ISF']} | true",
                "{'fund':['AMIF']} | false",
                "{'fund':[]} | false",
                "{'year':['2026']} | true",
                "{'year':['2025']} | false",
                "{'final':['true']} | true",
                "{'themes':['asylum']} | true",
                "{'themes':['return']} | true",
                "{'themes':['borders']} | false",
                "{'empty':['']} | false",
                "{'pair':['2']} | true",
                "{'missing':['x']} | false",
                "{'missing':['']} | false",
                "{'euShare':['']} | false",
                "{'euShare':['1']} | false",
                "{'none':['null']} | true",
                "{'fund':['ISF'],'year':['2026']} | true",
                "{'fund':['ISF'],'year':['2025']} | false",
                "{'fund':['AMIF'],'year':['2026']} | false",
            })
    void everyFieldNamedMustHaveOneOfTheValuesWanted(String filter, boolean wanted) throws IOException {
        Map<String, List<String>> wishes = JSON.readValue(filter, new TypeReference<>() {});
        assertThat(wants(List.of(), wishes, TYPE)).isEqualTo(wanted);
        assertThat(wants(List.of("eu.mpf.projects.*"), wishes, TYPE))
                .as("type and fields must both fit")
                .isFalse();
    }
}
