package org.broadsheet.ingest.parse.quality;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Prints practice pages. Rules are tuned on pages of even number and reported on those of odd
/// number.
final class PracticePages {
    private PracticePages() {}

    static PracticePage.Printed page(int number, List<Material> material) {
        RandomGenerator random =
                RandomGeneratorFactory.of("L64X128MixRandom").create(7_919L * number + 17);
        return PracticePage.print("practice-%03d.txt".formatted(number), material, random);
    }

    static List<Material> material(Path goldFolder, Path seeds) throws IOException {
        List<Material> material = new ArrayList<>();
        try (var files = Files.list(goldFolder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                var gold = new ObjectMapper().readTree(Files.readString(file));
                Path page = seeds.resolve(gold.get("file").asText());
                material.addAll(Material.of(gold, Files.readString(page).lines().toList()));
            }
        }
        return material;
    }

    /// Writes pages and annotations into a folder, for a look at them: FOLDER FIRST LAST.
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<Material> material = material(Path.of("src/test/resources/gold"), Path.of("../seeds"));
        for (int n = Integer.parseInt(args[1]); n <= Integer.parseInt(args[2]); n++) {
            PracticePage.Printed page = page(n, material);
            String name = page.gold().get("file").asText();
            Files.writeString(folder.resolve(name), page.text());
            Files.writeString(
                    folder.resolve(name.replace(".txt", ".json")),
                    page.gold().put("style", page.style().toString()).toPrettyString());
        }
    }
}
