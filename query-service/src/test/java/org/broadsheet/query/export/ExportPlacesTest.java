package org.broadsheet.query.export;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExportPlacesTest {
    @Test
    void aPlaceIsGivenBackOnceAndOnlyOnce() {
        ExportPlaces places = new ExportPlaces(1);

        try (ExportPlaces.Place first = places.take()) {
            assertThatThrownBy(places::take).isInstanceOf(TooManyExports.class);
            first.giveBack();
            // Closing the first after this must not make a second place.
            ExportPlaces.Place second = places.take();
            first.giveBack();
            assertThatThrownBy(places::take).isInstanceOf(TooManyExports.class);
            second.close();
        }

        places.take();
        assertThatThrownBy(places::take).isInstanceOf(TooManyExports.class);
    }
}
