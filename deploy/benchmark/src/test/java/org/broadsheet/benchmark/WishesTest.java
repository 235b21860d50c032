package org.broadsheet.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WishesTest {
    @Test
    void questionsOptionsAndFolderComeInAnyOrder() {
        Wishes wishes =
                wishes("search --articles 500 parse pages --rounds 2 --into there --seconds 3");

        assertThat(wishes.questions()).containsExactly("search", "parse");
        assertThat(wishes.folder()).isEqualTo(Path.of("pages"));
        assertThat(wishes.into()).isEqualTo(Path.of("there"));
        assertThat(wishes.effort().articles()).isEqualTo(500);
        assertThat(wishes.effort().rounds()).isEqualTo(2);
        assertThat(wishes.effort().round()).hasSeconds(3);
    }

    @Test
    void quickAsksWhatATableNeeds() {
        assertThat(wishes("--quick").questions()).contains("parse", "index", "search", "export");
        assertThat(wishes("--quick").effort()).isEqualTo(Effort.QUICK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "seeds", "search --articles", "search --rounds 0", "generate"})
    void whatCannotBeAnsweredIsSaid(String line) {
        assertThatThrownBy(() -> wishes(line)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Wishes wishes(String line) {
        return Wishes.of(line.isEmpty() ? List.of() : List.of(line.split(" ", -1)));
    }
}
