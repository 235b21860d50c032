package org.broadsheet.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.broadsheet.query.SeedArticles.SeedArticle;
import org.junit.jupiter.api.Test;

/// What is marked is what was found, to the character: any piece of a page as an exact phrase, in
/// the real Elasticsearch. What should be marked is found out by looking through the text.
@QuarkusTest
@WithTestResource(RealElasticsearch.class)
class HighlightsIT {
    private static final int PHRASES = 250;

    private static final Map<String, SeedArticle> ARTICLES =
            SeedArticles.all().stream()
                    .collect(Collectors.toMap(SeedArticle::id, Function.identity()));

    @Test
    void everyPlaceOfAPhraseIsMarkedAndNothingElse() {
        Random random = new Random(9);
        int marked = 0;
        for (int i = 0; i < PHRASES; i++) {
            String phrase = phrase(random);
            JsonPath found =
                    given().queryParam("q", '"' + phrase + '"')
                            .queryParam("limit", "100")
                            .get("/api/search")
                            .jsonPath();
            List<String> ids = found.getList("hits.id");
            assertThat(ids).as(phrase).isNotEmpty();
            for (int hit = 0; hit < ids.size(); hit++) {
                SeedArticle article = ARTICLES.get(ids.get(hit));
                if (article != null) {
                    String marks = "hits[" + hit + "].highlights.";
                    for (String text : found.getList(marks + "headline", String.class)) {
                        marked += compared(text, article.headline(), phrase);
                    }
                    for (String text : found.getList(marks + "body", String.class)) {
                        marked += compared(text, article.body(), phrase);
                    }
                }
            }
        }
        assertThat(marked).isGreaterThan(PHRASES);
    }

    /// Two to seven characters that stand together somewhere.
    private static String phrase(Random random) {
        List<SeedArticle> articles = SeedArticles.all();
        while (true) {
            SeedArticle article = articles.get(random.nextInt(articles.size()));
            String text = article.headline() + "\n" + article.body();
            int start = random.nextInt(text.length() - 8);
            String piece = text.substring(start, start + 2 + random.nextInt(6));
            if (piece.matches("\\p{IsHan}+")) {
                return piece;
            }
        }
    }

    /// Compares the marks of a fragment with the places of the phrase in the whole text; gives how
    /// many marks there are.
    private static int compared(String fragment, String whole, String phrase) {
        StringBuilder text = new StringBuilder();
        BitSet marked = new BitSet();
        boolean isMarked = false;
        int marks = 0;
        for (String piece : fragment.split("(?=</?em>)|(?<=em>)", -1)) {
            if (piece.equals("<em>") || piece.equals("</em>")) {
                isMarked = piece.equals("<em>");
                marks += isMarked ? 1 : 0;
            } else {
                String plain = plain(piece);
                if (isMarked) {
                    marked.set(text.length(), text.length() + plain.length());
                }
                text.append(plain);
            }
        }
        int start = whole.indexOf(text.toString());
        assertThat(start).as("in the text: " + text).isNotNegative();
        BitSet expected = places(whole, phrase).get(start, start + text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                assertThat(marked.get(i))
                        .as(phrase + " at " + i + " of " + fragment)
                        .isEqualTo(expected.get(i));
            }
        }
        return marks;
    }

    /// Where the phrase stands, with punctuation between its characters or without.
    private static BitSet places(String text, String phrase) {
        int[] letters =
                IntStream.range(0, text.length())
                        .filter(i -> Character.isLetterOrDigit(text.charAt(i)))
                        .toArray();
        String bare =
                IntStream.of(letters)
                        .mapToObj(i -> String.valueOf(text.charAt(i)))
                        .collect(Collectors.joining());
        BitSet places = new BitSet();
        for (int at = bare.indexOf(phrase); at >= 0; at = bare.indexOf(phrase, at + 1)) {
            for (int i = at; i < at + phrase.length(); i++) {
                places.set(letters[i]);
            }
        }
        return places;
    }

    private static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replace("&#x2F;", "/")
                .replace("&amp;", "&");
    }
}
