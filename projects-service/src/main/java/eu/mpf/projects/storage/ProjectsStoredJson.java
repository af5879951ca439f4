package eu.mpf.projects.storage;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.mpf.web.json.StoredJson;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;

/** JSON columns look as the API writes JSON. */
@Singleton
@Default
@JsonFormat
@PersistenceUnitExtension
class ProjectsStoredJson extends StoredJson {

    ProjectsStoredJson(ObjectMapper api) {
        super(api);
    }
}
