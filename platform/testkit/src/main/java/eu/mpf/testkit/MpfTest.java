package eu.mpf.testkit;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A test of the running service on real servers. All test classes of a module share one start of the service and one
 * set of servers ({@link MpfStack}), so each test brings data of its own and asserts on that alone. A stereotype, so that
 * Quarkus takes the test class for a bean. Mutation tests leave out what is tagged so.
 */
@QuarkusTest
@Tag("running")
@Stereotype
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface MpfTest {}
