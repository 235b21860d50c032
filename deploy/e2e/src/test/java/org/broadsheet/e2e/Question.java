package org.broadsheet.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A question of the judged set, and the file that holds its answer.
record Question(String text, String file) {

    /// The set: paragraphs by the file each of them becomes, and questions.
    record Judged(Map<String, String> paragraphs, List<Question> questions) {}

    /// CMRC 2018's trial part, see `relevance/README.md` among the test resources.
    static Judged cmrc2018() throws IOException {
        Map<String, String> paragraphs = new LinkedHashMap<>();
        List<Question> questions = new ArrayList<>();
        try (InputStream file =
                Question.class.getResourceAsStream("/relevance/cmrc2018_trial.json")) {
            for (JsonNode document : new JsonMapper().readTree(file).get("data")) {
                for (JsonNode paragraph : document.get("paragraphs")) {
                    String name = "cmrc-" + paragraph.get("id").asText() + ".txt";
                    paragraphs.put(name, paragraph.get("context").asText());
                    for (JsonNode asked : paragraph.get("qas")) {
                        questions.add(new Question(asked.get("question").asText(), name));
                    }
                }
            }
        }
        return new Judged(paragraphs, questions);
    }
}
