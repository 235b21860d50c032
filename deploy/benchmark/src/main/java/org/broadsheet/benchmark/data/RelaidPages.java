package org.broadsheet.benchmark.data;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.broadsheet.benchmark.data.SeedTexts.Text;

/// An archive of any size, laid out anew from the text of real pages: page 17 is the same in every
/// run with the same seed, whatever else is made.
///
/// An article takes most sentences from one article of the real pages and the others from all of
/// them, with figures changed and people, villages and firms that nobody has heard of in between,
/// so that an archive ten times as large has more words and not only longer lists. Its lines are as
/// long as on the page, its headline stands before the body, behind it, or at the foot of the page.
public final class RelaidPages {
    private static final String[] NEWSPAPERS = {"河套日报", "青山晚报", "东胜周刊", "沙原新闻"};
    private static final int PAGES_OF_AN_ISSUE = 8;
    private static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);
    private static final String FAMILIES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗";
    private static final String CLOSING = "，。、；：！？”’）》】";
    private static final String[] ENDINGS = {"村", "镇", "煤业公司", "合作社", "中心小学", "医院"};

    private final SeedTexts seeds;
    private final long seed;

    /// @param folder of page files in UTF-8
    public RelaidPages(Path folder, long seed) {
        this.seeds = SeedTexts.of(folder);
        this.seed = seed;
    }

    /// One page file.
    ///
    /// @param name under a drop folder: it says newspaper, date and page
    public record Page(String name, String newspaper, LocalDate date, int number, String text) {}

    /// The page with this number, from 0.
    public Page page(long number) {
        Random random = new Random(seed * 1_000_003 + number);
        long issue = number / PAGES_OF_AN_ISSUE;
        String newspaper = NEWSPAPERS[Math.toIntExact(issue % NEWSPAPERS.length)];
        LocalDate date = FIRST_DAY.plusDays(issue / NEWSPAPERS.length);
        int leaf = Math.toIntExact(number % PAGES_OF_AN_ISSUE) + 1;
        List<String> articles = new ArrayList<>();
        List<String> foot = new ArrayList<>();
        for (int count = 5 + random.nextInt(5); count > 0; count--) {
            articles.add(article(random, foot));
        }
        Collections.shuffle(foot, random);
        String text = String.join("\n\n", articles) + "\n\n" + String.join("\n\n", foot) + "\n";
        return new Page(newspaper + "/" + date + "/" + leaf + ".txt", newspaper, date, leaf, text);
    }

    /// Writes the first pages into a folder; a second run writes the same bytes.
    public void write(Path folder, long pages) {
        try {
            for (long number = 0; number < pages; number++) {
                Page page = page(number);
                Path file = folder.resolve(page.name());
                Files.createDirectories(file.getParent());
                Files.writeString(file, page.text(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write pages to " + folder, e);
        }
    }

    /// Words, names, sentences and pairs of words that are looked for, from the text of the real
    /// pages: the beginning of what is said here and there.
    String phrase(Random random, int length) {
        while (true) {
            Text text = one(random, seeds.articles());
            String sentence = one(random, text.sentences());
            if (sentence.length() > length) {
                int start = random.nextInt(sentence.length() - length);
                String phrase = sentence.substring(start, start + length);
                if (phrase.codePoints().allMatch(Character::isIdeographic)) {
                    return phrase;
                }
            }
        }
    }

    /// Somebody who writes for these newspapers.
    String name(Random random) {
        return FAMILIES.charAt(random.nextInt(FAMILIES.length()))
                + made(random, 1 + random.nextInt(2));
    }

    private String article(Random random, List<String> foot) {
        Text about = one(random, seeds.articles());
        int width = 20 + random.nextInt(8);
        StringBuilder body = new StringBuilder("□" + name(random) + "\n\n");
        List<String> own = new ArrayList<>(about.sentences());
        Collections.shuffle(own, random);
        for (int paragraph = 3 + random.nextInt(8); paragraph > 0; paragraph--) {
            StringBuilder sentences = new StringBuilder();
            for (int count = 2 + random.nextInt(3); count > 0; count--) {
                boolean isOwn = !own.isEmpty() && random.nextInt(4) > 0;
                String sentence =
                        isOwn
                                ? own.removeLast()
                                : one(random, one(random, seeds.articles()).sentences());
                sentences.append(changed(random, sentence));
            }
            if (random.nextInt(3) == 0) {
                sentences.append(newcomer(random));
            }
            body.append(lines(sentences.toString(), width)).append('\n');
        }
        String headline = headline(random, about);
        return switch (random.nextInt(4)) {
            case 0 -> headline + "\n\n" + body;
            case 1 -> {
                foot.add(headline);
                yield body.toString();
            }
            default -> body + "\n" + headline;
        };
    }

    private String headline(Random random, Text about) {
        String headline =
                about.headline().isEmpty()
                        ? phrase(random, 8)
                        : about.headline().replace("\n", " ");
        return random.nextInt(2) == 0 ? headline : phrase(random, 6) + " " + headline;
    }

    private String newcomer(Random random) {
        return "%s%s的%s说，这件事%d年就已开始。"
                .formatted(
                        made(random, 2),
                        ENDINGS[random.nextInt(ENDINGS.length)],
                        name(random),
                        1950 + random.nextInt(75));
    }

    private String made(Random random, int length) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < length; i++) {
            made.append(seeds.characters().charAt(random.nextInt(seeds.characters().length())));
        }
        return made.toString();
    }

    /// With other figures, as many digits as before.
    private static String changed(Random random, String sentence) {
        StringBuilder changed = new StringBuilder(sentence);
        for (int i = 0; i < changed.length(); i++) {
            if (changed.charAt(i) >= '0' && changed.charAt(i) <= '9') {
                changed.setCharAt(i, (char) ('1' + random.nextInt(9)));
            }
        }
        return changed.toString();
    }

    /// No line begins with a mark that closes something, as in print.
    private static String lines(String paragraph, int width) {
        StringBuilder lines = new StringBuilder();
        int start = 0;
        while (start < paragraph.length()) {
            int end = Math.min(paragraph.length(), start + width);
            while (end < paragraph.length() && CLOSING.indexOf(paragraph.charAt(end)) >= 0) {
                end++;
            }
            lines.append(paragraph, start, end).append('\n');
            start = end;
        }
        return lines.toString();
    }

    private static <T> T one(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
