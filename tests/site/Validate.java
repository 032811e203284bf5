import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;

/** Holds PDF files to a standard with veraPDF: «Validate FLAVOUR FILE…» prints the rules that each file breaks. */
class Validate {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
        for (String file : Arrays.copyOfRange(arguments, 1, arguments.length)) {
            try (InputStream stream = new FileInputStream(file);
                    PDFAParser parser = Foundries.defaultInstance().createParser(stream, flavour, flavour)) {
                ValidationResult result = ValidatorFactory.createValidator(flavour, 1, false, false, false).validate(parser);
                System.out.println((result.isCompliant() ? "passes" : "fails") + " " + file);
                result.getFailedChecks().forEach((rule, times) ->
                        System.out.println("    " + rule.getClause() + "-" + rule.getTestNumber() + ", " + times + " times"));
            }
        }
    }
}
