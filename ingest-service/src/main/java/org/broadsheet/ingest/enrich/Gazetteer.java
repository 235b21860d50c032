package org.broadsheet.ingest.enrich;

import java.util.List;
import java.util.Set;

/// Names of places, from the list that search knows them by (`places.txt` of the analysis plugin).
final class Gazetteer {
    /// What is left out of a full name in running text.
    private static final List<String> ENDINGS =
            List.of("自治区", "市", "盟", "旗", "区", "县", "镇", "街道", "苏木");

    private static final Set<String> NAMES = WordList.read("places.txt");

    private Gazetteer() {}

    static Set<String> names() {
        return NAMES;
    }

    static boolean contains(String name) {
        return NAMES.contains(name);
    }

    /// The name in full where the list has it: 鄂尔多斯 is 鄂尔多斯市.
    static String fullName(String name) {
        for (String ending : ENDINGS) {
            if (NAMES.contains(name + ending)) {
                return name + ending;
            }
        }
        return name;
    }
}
