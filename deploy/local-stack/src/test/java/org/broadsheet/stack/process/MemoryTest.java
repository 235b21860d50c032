package org.broadsheet.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {
    @Test
    void fieldIsReadByItsName() {
        String text = "Rss:    900 kB\nPss:    123 kB\nPss_Dirty: 7 kB\n";

        assertThat(Memory.field(text, "Pss:")).isEqualTo(123);
        assertThat(Memory.field(text, "Swap:")).isZero();
    }

    @Test
    void thisProcessTakesMoreThanAMegabyte() {
        assertThat(Memory.of(ProcessHandle.current())).isGreaterThan(1_000_000);
    }
}
