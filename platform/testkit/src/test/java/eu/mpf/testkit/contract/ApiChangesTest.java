package eu.mpf.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("X19")
class ApiChangesTest {
    private static final String RELEASED = """
        paths:
          /v1/notes:
            get:
              parameters:
                - {name: q, in: query, schema: {type: string}}
              responses:
                '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}, text/csv: {}}}
            post:
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/NewNote'}}}}
              responses:
                '201': {content: {application/json: {schema: {$ref: '#/components/schemas/Note'}}}}
        components:
          schemas:
            Note:
              type: object
              required: [id, title]
              properties:
                id: {type: string}
                title: {type: string}
                parent: {$ref: '#/components/schemas/Note'}
                author: {type: string, format: uuid, maxLength: 36}
                about:
                  oneOf:
                    - {type: boolean}
                    - {type: string}
            NewNote:
              type: object
              required: [title]
              properties:
                title: {type: string, maxLength: 200, minLength: 1}
                kind: {type: string, enum: [PLAIN, RICH]}
                due: {type: [string, 'null'], format: date}
                pages: {type: integer, minimum: 1}
        """;

    private static JsonNode yaml(String text) throws IOException {
        return new YAMLMapper().readTree(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/v1/notes: | /v1/papers: | GET /v1/notes is gone",
                "name: q, | name: query, | parameter q is gone",
                "name: q, in: query, | name: q, in: query, required: true, | parameter q is required now",
                ", text/csv: {} | `` | text/csv is offered no more",
                "'201': | '202': | 201 is answered no more",
                "required: [id, title] | required: [id] | /title may be absent now",
                "id: {type: string} | key: {type: string} | /id is gone",
                "id: {type: string} | id: {type: integer} | type [string] became [integer]",
                "required: [title] | required: [title, kind] | /kind is required now",
                "enum: [PLAIN, RICH] | enum: [PLAIN] | value RICH is taken no more",
                "maxLength: 200 | maxLength: 100 | maxLength 200 became 100",
                "minLength: 1 | minLength: 2 | minLength 1 became 2",
                "minimum: 1 | minimum: 1, maximum: 9 | maximum none became 9",
                "maxLength: 200, | maxLength: 200, pattern: '[a-z]+', | pattern none became [a-z]+",
                "format: date | format: date-time | format date became date-time",
                "type: [string, 'null'] | type: string | /due: null is taken no more",
                "title: {type: string} | title: {type: [string, 'null']} | /title may be null now",
                "format: uuid, | `` | format uuid became none",
                "maxLength: 36 | maxLength: 40 | maxLength 36 became 40",
                "- {type: string} | - {type: integer} | /about(#1): type [string] became [integer]",
                "- {type: string} | `- {type: string}\n            - {type: number}` | alternative #2 is new",
                "requestBody: { | requestBody: {required: true, | a body is required now",
            })
    void whatBreaksACallerIsNamed(String released, String present, String complaint) throws IOException {
        assertThat(RELEASED).contains(released);
        assertThat(ApiChanges.breaking(yaml(RELEASED), yaml(RELEASED.replace(released, present))))
                .anySatisfy(change -> assertThat(change).contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/v1/notes: | '/v1/papers: {get: {}}\n  /v1/notes:'",
                "name: q, in: query, schema: {type: string}} | 'name: q, in: query, schema: {type: string}}\n"
                        + "        - {name: r, in: query}'",
                "id: {type: string} | 'id: {type: string}\n        more: {type: string}'",
                "required: [id, title] | required: [id, title, parent]",
                "required: [title] | required: []",
                "enum: [PLAIN, RICH] | enum: [PLAIN, RICH, OTHER]",
                "maxLength: 200 | maxLength: 300",
                "maxLength: 200, minLength: 1 | minLength: 0",
                "minimum: 1 | minimum: 0",
                "maxLength: 36 | maxLength: 30, minLength: 30",
            })
    void additionsPass(String released, String present) throws IOException {
        assertThat(ApiChanges.breaking(yaml(RELEASED), yaml(RELEASED.replace(released, present))))
                .isEmpty();
    }

    @Test
    void aDocumentBreaksNothingOfItself() throws IOException {
        assertThat(ApiChanges.breaking(yaml(RELEASED), yaml(RELEASED))).isEmpty();
    }
}
