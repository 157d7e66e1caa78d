package dateline;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.NullMarked;

/** The direction of dependencies, as docs/adr/0003-modules-and-packages.md argues it. */
@AnalyzeClasses(packages = "dateline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

  private static final String[] SUBJECTS = {
    "dateline.page..",
    "dateline.attribution..",
    "dateline.actor..",
    "dateline.time..",
    "dateline.place..",
    "dateline.event.."
  };

  @ArchTest
  static final ArchRule textIsALeaf =
      noClasses()
          .that()
          .resideInAPackage("dateline.text..")
          .should()
          .dependOnClassesThat(ownedOutside("dateline.text"));

  @ArchTest
  static final ArchRule modelSeesOnlyText =
      noClasses()
          .that()
          .resideInAPackage("dateline.model..")
          .should()
          .dependOnClassesThat(ownedOutside("dateline.model", "dateline.text"));

  @ArchTest
  static final ArchRule jsonSeesOnlyModel =
      noClasses()
          .that()
          .resideInAPackage("dateline.json..")
          .should()
          .dependOnClassesThat(
              ownedOutside("dateline.json", "dateline.model", "dateline.text", "dateline.data"));

  @ArchTest
  static final ArchRule subjectsDoNotSeeEachOther =
      slices()
          .matching("dateline.(*)..")
          .namingSlices("$1")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              JavaClass.Predicates.resideOutsideOfPackages(SUBJECTS),
              DescribedPredicate.alwaysTrue())
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              JavaClass.Predicates.resideOutsideOfPackages(SUBJECTS));

  @ArchTest
  static final ArchRule subjectsDoNotSeeThePipeline =
      noClasses()
          .that()
          .resideInAnyPackage(SUBJECTS)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dateline.pipeline..");

  @ArchTest
  static final ArchRule noNetworkNoDatabase =
      noClasses()
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("java.net.http..", "java.sql..", "javax.sql..");

  @ArchTest
  static final ArchRule noClock =
      noClasses()
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(LocalDate.class, "now")
          .orShould()
          .callMethod(LocalDateTime.class, "now")
          .orShould()
          .callMethod(ZonedDateTime.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis");

  @ArchTest
  static final ArchRule noDefaultLocaleNoChance =
      noClasses()
          .should()
          .callMethod(Locale.class, "getDefault")
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase")
          .orShould()
          .callMethod(Math.class, "random")
          .orShould()
          .callConstructor(Random.class);

  @ArchTest
  static final ArchRule everyPackageIsNullMarked =
      classes()
          .that()
          .haveSimpleName("package-info")
          .should()
          .beAnnotatedWith(NullMarked.class)
          .allowEmptyShould(false);

  private static DescribedPredicate<JavaClass> ownedOutside(String... allowed) {
    return DescribedPredicate.describe(
        "Dateline classes outside " + String.join(", ", allowed),
        type -> {
          String name = type.getPackageName();
          if (!name.equals("dateline") && !name.startsWith("dateline.")) {
            return false;
          }
          for (String prefix : allowed) {
            if (name.equals(prefix) || name.startsWith(prefix + ".")) {
              return false;
            }
          }
          return true;
        });
  }
}
