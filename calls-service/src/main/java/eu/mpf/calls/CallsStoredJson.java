package eu.mpf.calls;

import com.fasterxml.jackson.databind.json.JsonMapper;
import eu.mpf.web.json.StoredJson;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.inject.Default;
import jakarta.inject.Singleton;

/** JSON columns look as Hibernate writes JSON by itself. */
@Singleton
@Default
@JsonFormat
@PersistenceUnitExtension
class CallsStoredJson extends StoredJson {

    CallsStoredJson() {
        super(JsonMapper.builder().findAndAddModules().build());
    }
}
