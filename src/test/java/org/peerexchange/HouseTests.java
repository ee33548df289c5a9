package org.peerexchange;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import java.time.Clock;
import java.util.Date;
import org.peerexchange.deadline.process.EngineClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Controller;

/** How the house is built: its rooms, who may enter which, and the one clock. */
@AnalyzeClasses(packages = "org.peerexchange", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTests {

    @ArchTest
    static final ArchRule onlyProcessRoomsKnowTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("..process..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.camunda..").and(not(resideInAPackage("org.camunda.feel.."))))
            .because("an engine that is replaced must not be felt outside of them");

    @ArchTest
    static final ArchRule onlySubmissionsReadExpressions = noClasses()
            .that()
            .resideOutsideOfPackages("..submission..", "..process..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.camunda.feel..", "camundajar.."));

    @ArchTest
    static final ArchRule thereIsOneClock = noClasses()
            .that()
            .areNotAssignableTo(EngineClock.class)
            .and(not(resideInAPackage("..trial..")))
            .should()
            .callMethodWhere(asksTheMachineForTheTime())
            .orShould()
            .callConstructor(Date.class)
            .because(
                    "a due date and the timer behind it must agree on the time, also when the trial mode has moved the clock away from the machine's");

    /** A {@code now()} without a clock, whatever the class, and the clocks of the machine. */
    private static DescribedPredicate<JavaAccess<?>> asksTheMachineForTheTime() {
        return DescribedPredicate.describe("asks the machine for the time", access -> {
            String owner = access.getTarget().getOwner().getName();
            String name = access.getTarget().getName();
            boolean now = owner.startsWith("java.time.")
                    && name.equals("now")
                    && access instanceof JavaCall<?> call
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.isEquivalentTo(Clock.class));
            boolean clock = owner.equals(Clock.class.getName()) && name.startsWith("system");
            return now || clock || owner.equals(System.class.getName()) && name.equals("currentTimeMillis");
        });
    }

    @ArchTest
    static final ArchRule roomsDoNotNeedEachOtherInACircle =
            slices().matching("org.peerexchange.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule pagesAreInTheRoomsWithADoor = classes()
            .that()
            .areMetaAnnotatedWith(Controller.class)
            .should()
            .resideInAnyPackage("..portal..", "..desk..", "..people..", "..impact..", "..trial..");

    @ArchTest
    static final ArchRule nothingNeedsTheTrialMode = noClasses()
            .that()
            .resideOutsideOfPackage("..trial..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..trial..")
            .because("the packaged jar leaves it out");

    @ArchTest
    static final ArchRule whatIsNeededIsGivenToTheConstructor =
            noFields().should().beAnnotatedWith(Autowired.class);

    @ArchTest
    static final ArchRule onlyTheTrialModeAndWhatIsAskedOnTheCommandLinePrint = noClasses()
            .that()
            .haveNameNotMatching(
                    ".*\\.trial\\..*Trial(Greeting|Sample|Rehearsal).*|.*\\.programme\\.TryDrafts|org\\.peerexchange\\.PeerExchange")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);
}
