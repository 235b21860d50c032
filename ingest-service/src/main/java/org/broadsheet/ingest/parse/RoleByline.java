package org.broadsheet.ingest.parse;

import org.jspecify.annotations.Nullable;

import java.util.regex.Pattern;

/// A byline that begins with a role: `本报记者 王玉琢 实习生 白帏绮` (003:3 behind its mark), `新华社记者…`, `文/图 …`,
/// `By …` in English. Names alone are not enough: see BareByline.
final class RoleByline implements Recogniser {
    private static final Pattern ENGLISH =
            Pattern.compile(
                    "^[Bb][Yy] [A-Z][\\p{L}.'-]+( [A-Z][\\p{L}.'-]*){0,3}(( and|,)"
                            + " [A-Z].{1,40})?$");
    private static final Pattern PICTURES_ONLY = Pattern.compile(".*(?:摄|攝|摄影|攝影|供图)$");
    private static final int LONGEST = 60;

    @Override
    public @Nullable Cue recognise(Line line) {
        String text = line.text();
        if (text.length() > LONGEST || line.endsSentence() || Dateline.of(text) != null) {
            return null;
        }
        if (ENGLISH.matcher(text).matches()) {
            Names.NameList names = Names.read(text.substring(3).replace(" and ", ", "));
            return names.people().isEmpty() ? null : new Cue.Byline(names.people(), true);
        }
        if (PICTURES_ONLY.matcher(text).matches()) {
            return null;
        }
        Names.NameList names = Names.read(text);
        boolean said = names.roles() || names.crafted() && names.allKnownFamilies();
        boolean prose = text.matches(".*[，。；！？“”].*");
        return said && !prose && !names.people().isEmpty()
                ? new Cue.Byline(names.people(), true)
                : null;
    }
}
