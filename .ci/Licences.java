import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Writes docs/licences.md from what the profile "sbom" has made: java .ci/Licences.java target/bom.xml > docs/licences.md
 *
 * <p>A component without a licence ends it with an error, and so does one whose licence is not on the list: somebody should look.
 */
final class Licences {

    /** Those that an Apache-2.0 jar may carry along, by their SPDX names. */
    private static final Map<String, String> FITTING = Map.of(
            "Apache-2.0", "Apache License 2.0",
            "MIT", "MIT License",
            "BSD-2-Clause", "BSD 2-Clause",
            "BSD-3-Clause", "BSD 3-Clause");

    public static void main(String[] arguments) throws Exception {
        Element bom = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(Path.of(arguments[0]).toFile())
                .getDocumentElement();
        Map<String, String> rows = new TreeMap<>();
        for (Element component : children(only(bom, "components"), "component")) {
            String group = text(component, "group");
            if (group.equals("io.keyward")) {
                continue;
            }
            String name = group + ":" + text(component, "name");
            rows.put(name, "| `%s` | %s | %s |".formatted(name, text(component, "version"), licence(name, component)));
        }
        PrintStream page = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        page.print("""
                # Licences

                Keyward is under the [Apache License 2.0](../LICENSE). What its jars carry along, beside what Keycloak has already:

                | Library | Version | Licence |
                |---|---|---|
                """);
        rows.values().forEach(page::println);
        page.print("""

                `keyward.jar` has the classes that it uses of Bucket4j and Commons Validator, in packages of its own. All others are in the import tool, but the annotations of the
                Checker Framework, which nobody needs at run time. The texts are in `META-INF` of the jars.

                Two lists are data of others, under the MIT licence: [common passwords](../providers/src/main/resources/io/keyward/passwordpolicy/common-passwords.md) and
                [throw-away mailboxes](../providers/src/main/resources/io/keyward/emailverification/address/disposable-domains.md).

                This page is made by machine, and CI compares:

                ```
                ./mvnw -B package -Psbom -DskipTests -pl .,providers,themes,realm-config,migration
                java .ci/Licences.java target/bom.xml > docs/licences.md
                ```
                """);
    }

    private static String licence(String name, Element component) {
        Element licences = only(component, "licenses");
        List<String> names = new ArrayList<>();
        for (Element licence : children(licences, "license")) {
            String id = text(licence, "id");
            if (!FITTING.containsKey(id)) {
                throw new IllegalStateException(name + " has a licence that nobody has looked at: " + licence.getTextContent());
            }
            names.add(FITTING.get(id));
        }
        if (names.isEmpty()) {
            throw new IllegalStateException(name + " names no licence");
        }
        return String.join(", ", names);
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream().findFirst().map(Node::getTextContent).orElse("");
    }

    private static Element only(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No " + name + " in " + text(parent, "name")));
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        NodeList all = parent.getChildNodes();
        for (int i = 0; i < all.getLength(); i++) {
            if (all.item(i) instanceof Element element && element.getNodeName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
