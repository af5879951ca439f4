package eu.mpf.testkit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.metaAnnotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.lang.annotation.Annotation;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The eleven rules every service keeps. A service's test class extends this one and names its root package. */
public abstract class ArchitectureRules {

    private static final List<String> SERVICES =
            List.of("eu.mpf.projects", "eu.mpf.events", "eu.mpf.calls", "eu.mpf.gateway");
    private static final String ENTITY = "jakarta.persistence.Entity";

    private static final DescribedPredicate<JavaAnnotation<?>> PARAMETERS = DescribedPredicate.describe(
            "@Path with a parameter",
            annotation -> annotation.getRawType().getName().equals("jakarta.ws.rs.Path")
                    && annotation.get("value").toString().contains("{"));

    private final String root;
    private final JavaClasses service;

    /** @param root for example {@code eu.mpf.projects} */
    protected ArchitectureRules(String root) {
        this.root = root;
        this.service = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(root);
    }

    /** Packages of the aggregates. Default: all right below the root. */
    protected String[] aggregates() {
        return new String[] {root + ".*"};
    }

    @Test
    void anAggregateKnowsNeitherHttpNorKafkaNorItsOwnEdges() {
        check(noClasses()
                .that()
                .resideInAnyPackage(aggregates())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.ws.rs..",
                        "org.apache.kafka..",
                        "io.vertx..",
                        root + "..api..",
                        root + "..messaging.."));
    }

    @Test
    void anHttpMethodNeitherTakesNorReturnsAnEntity() {
        check(methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith("jakarta.ws.rs.Path")
                .should(new ArchCondition<>("not use an entity in their signature") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        Stream.concat(Stream.of(method.getReturnType()), method.getParameterTypes().stream())
                                .flatMap(type -> type.getAllInvolvedRawTypes().stream())
                                .filter(type -> type.isAnnotatedWith(ENTITY))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        method, method.getFullName() + " uses the entity " + type.getName())));
                    }
                }));
    }

    @Test
    void onlyServicesAreTransactional() {
        var transactional = DescribedPredicate.describe(
                "are transactional",
                (JavaClass type) -> type.isAnnotatedWith("jakarta.transaction.Transactional")
                        || type.getMethods().stream()
                                .anyMatch(method -> method.isAnnotatedWith("jakarta.transaction.Transactional")));
        check(classes().that(transactional).should().haveSimpleNameEndingWith("Service"));
    }

    @Test
    void everyHttpMethodDeclaresItsAccessRule() {
        check(methods()
                .that(metaAnnotatedWith("jakarta.ws.rs.HttpMethod"))
                .should(new ArchCondition<>("declare who may call them") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        boolean declared = Stream.of("RolesAllowed", "PermitAll", "DenyAll")
                                .map("jakarta.annotation.security."::concat)
                                .anyMatch(rule -> method.isAnnotatedWith(rule)
                                        || method.getOwner().isAnnotatedWith(rule));
                        if (!declared && !method.isAnnotatedWith("io.quarkus.security.Authenticated")) {
                            events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " declares no access rule"));
                        }
                    }
                }));
    }

    /** The gateway sends a POST with a key again where its contract takes one: so nobody may have forgotten it. */
    @Test
    void everyPostTakesAnIdempotencyKeyOrSaysWhyItDoesWithout() {
        check(methods()
                .that()
                .areAnnotatedWith("jakarta.ws.rs.POST")
                .should()
                .beAnnotatedWith("eu.mpf.web.idempotency.Idempotent")
                .orShould()
                .beAnnotatedWith("eu.mpf.web.idempotency.WithoutKey"));
    }

    /**
     * {@code Outer.@NotNull Inner field} annotates the type alone, which no validator looks at; {@code @NotNull Outer.Inner
     * field} annotates the component.
     */
    @Test
    void aConstraintStandsOnTheComponentWhereItIsChecked() {
        check(classes()
                .that(DescribedPredicate.describe("are records", JavaClass::isRecord))
                .should(new ArchCondition<>("have no constraint on the type of a component alone") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (RecordComponent component : type.reflect().getRecordComponents()) {
                            Stream.of(component.getAnnotatedType().getAnnotations())
                                    .map(Annotation::annotationType)
                                    .filter(constraint -> constraint.getName().startsWith("jakarta.validation."))
                                    .filter(constraint ->
                                            !component.getAccessor().isAnnotationPresent(constraint))
                                    .forEach(constraint -> events.add(SimpleConditionEvent.violated(
                                            type,
                                            "%s.%s is not checked for @%s"
                                                    .formatted(
                                                            type.getName(),
                                                            component.getName(),
                                                            constraint.getSimpleName()))));
                        }
                    }
                }));
    }

    @Test
    void aggregatesAreFreeOfCyclesAndReferToEachOtherById() {
        check(slices().matching(root + ".(*)..").should().beFreeOfCycles());
        check(fields().that()
                .areDeclaredInClassesThat(annotatedWith(ENTITY))
                .should(new ArchCondition<>("not hold an entity of another aggregate") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        field.getType().getAllInvolvedRawTypes().stream()
                                .filter(type -> type.isAnnotatedWith(ENTITY))
                                .filter(type -> !aggregate(type).equals(aggregate(field.getOwner())))
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        field, field.getFullName() + " holds " + type.getName())));
                    }
                }));
    }

    @Test
    void noServiceDependsOnAnother() {
        String[] others = SERVICES.stream()
                .filter(name -> !name.equals(root))
                .map(name -> name + "..")
                .toArray(String[]::new);
        check(noClasses().should().dependOnClassesThat().resideInAnyPackage(others));
    }

    @Test
    void onlyMessagingCreatesKafkaProducersAndConsumers() {
        check(noClasses().should().dependOnClassesThat(resideInAPackage("org.apache.kafka.clients..")));
    }

    /** While two releases run side by side the older one is told values that it does not know. */
    @Test
    void whatAnEventSaysIsTakenAsTextNotAsAnEnumeration() {
        check(fields().that()
                .areDeclaredInClassesThat(DescribedPredicate.describe(
                        "are records of what comes by Kafka",
                        type -> type.isRecord() && type.getPackageName().endsWith(".messaging")))
                .should(new ArchCondition<>("be no enumeration") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        field.getAllInvolvedRawTypes().stream()
                                .filter(JavaClass::isEnum)
                                .forEach(type -> events.add(SimpleConditionEvent.violated(
                                        field, field.getFullName() + " holds the enumeration " + type.getName())));
                    }
                }));
    }

    /**
     * The class says the collection, the method what follows. Where the paths of classes hold parameters, the framework
     * tries them all for each request, and begins anew where the first that fits has no such method.
     */
    @Test
    void pathsOfResourceClassesHoldNoParameters() {
        check(noClasses().should().beAnnotatedWith(PARAMETERS));
    }

    private String aggregate(JavaClass type) {
        String rest =
                type.getPackageName().substring(Math.min(type.getPackageName().length(), root.length() + 1));
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }

    private void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(service);
    }
}
