package org.broadsheet.ingest.enrich;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.ingest.enrich.TaggedText.Word;

/// Names of places: those of the gazetteer, and of the others that HanLP's dictionary knows those
/// that stand in a heading, are told twice or say what they are (兰考县).
final class Places {
    private static final int PLACES_MAX = 20;

    /// Words of HanLP's dictionary of places that newspapers use for something else.
    private static final Set<String> NOT_PLACES =
            Set.of("苏木", "嘎查", "中华", "苏区", "街道", "社区", "开发区", "林区", "山区", "牧区");

    private Places() {}

    static List<String> in(TaggedText text, List<String> dateline) {
        Counted named = new Counted();
        Set<String> accepted = new LinkedHashSet<>();
        for (String place : dateline) {
            String name = Gazetteer.fullName(place);
            named.add(name);
            accepted.add(name);
        }
        for (int i = 0; i < text.passages().size(); i++) {
            List<Word> words = text.passages().get(i);
            for (int at = 0; at < words.size(); at++) {
                Word word = words.get(at);
                if (!word.isPlace() || word.text().length() < 2 || isCut(words, at)) {
                    continue;
                }
                String name = Gazetteer.fullName(word.text());
                named.add(name);
                if (Gazetteer.contains(name) || text.isHeading(i) || saysWhatItIs(name)) {
                    accepted.add(name);
                }
            }
        }
        named.names().stream().filter(name -> named.count(name) > 1).forEach(accepted::add);
        List<String> places = new ArrayList<>(named.byFrequency(Integer.MAX_VALUE));
        places.retainAll(accepted);
        places.removeAll(NOT_PLACES);
        return places.stream().limit(PLACES_MAX).toList();
    }

    /// 红石 in 红石榴: half a word stands behind it. The gazetteer's own names are not mistaken.
    private static boolean isCut(List<Word> words, int at) {
        return !Gazetteer.contains(words.get(at).text())
                && at + 1 < words.size()
                && words.get(at + 1).text().length() == 1
                && words.get(at + 1).nature().matches("[ng].*|x");
    }

    private static boolean saysWhatItIs(String name) {
        return name.length() > 2 && name.matches(".*[省市县区旗盟州镇乡]");
    }
}
