package org.broadsheet.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who wrote it, in brackets at the very end: `（张俊涛 褚丽萍）` (003:296) on a line of its own, `(杨振华)`
/// behind the last full stop (004:101), or the office that sent it in, `（…组织供稿 …）` (002:189).
final class ClosingSignature implements Recogniser {
    private static final Pattern BRACKETED =
            Pattern.compile("^[（(【](?<inside>[^（）()【】]{2,60})[)）】]$");
    private static final Pattern CONTRIBUTED =
            Pattern.compile(".*(?:供稿|组稿|节选自|选自|改编自|推荐|整理|作者系|作者为|作者单位|编者注).*");
    private static final int LONGEST = 64;

    @Override
    public String signs() {
        return "（(【";
    }

    @Override
    public @Nullable Cue recognise(Line line) {
        return read(line.text());
    }

    static Cue.@Nullable Signature read(String text) {
        if (text.length() > LONGEST || "（(【".indexOf(Glyphs.first(text)) < 0) {
            return null;
        }
        Matcher bracketed = BRACKETED.matcher(text);
        if (!bracketed.matches()) {
            return null;
        }
        String inside = Glyphs.strip(bracketed.group("inside"));
        if (inside.endsWith("提供")) {
            return null;
        }
        Names.NameList names = Names.read(inside);
        boolean named =
                !names.people().isEmpty()
                        && names.people().stream().allMatch(p -> p.name().length() <= 5);
        boolean signed =
                named || names.organisation() != null || CONTRIBUTED.matcher(inside).matches();
        return signed && Dateline.of(text) == null
                ? new Cue.Signature(names.people(), inside)
                : null;
    }

    /// Where a signature begins at the end of a paragraph, behind its full stop; -1 without one.
    static int tailOf(String paragraph) {
        char last = paragraph.isEmpty() ? 0 : paragraph.charAt(paragraph.length() - 1);
        if (last != ')' && last != '）') {
            return -1;
        }
        int open = Math.max(paragraph.lastIndexOf('('), paragraph.lastIndexOf('（'));
        if (open <= 0 || !Sentences.ends(Glyphs.strip(paragraph.substring(0, open)))) {
            return -1;
        }
        return read(paragraph.substring(open)) == null ? -1 : open;
    }
}
